import { memory } from './memory.js';

const MOST_ROWS = 6;
/** How far a key turns. @type {Record<string, number>} */
const PAGES = { PageUp: -0.9, PageDown: 0.9 };

/** The message box: Enter sends, Shift and Enter start a new line. @type {Composer} */
export function composer(form, scroller, say, touched) {
  const box = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));

  /** @param {string} words */
  function fill(words) {
    box.value = memory.draft = words;
    box.rows = 1;
    while (box.scrollHeight > box.clientHeight && box.rows < MOST_ROWS) box.rows += 1;
  }

  box.addEventListener('input', () => {
    fill(box.value);
    touched(box.value.length >= box.maxLength);
  });
  box.addEventListener('keydown', event => {
    if (!box.value) scroller.scrollBy(0, (PAGES[event.key] ?? 0) * scroller.clientHeight);
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const words = box.value.trim();
    if (!words) box.focus();
    else if (say(words)) fill('');
  });
  fill(memory.draft ?? '');

  return () => {
    fill('');
    box.focus();
  };
}
