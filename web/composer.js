const MOST_ROWS = 6;

/**
 * The message box: it grows with the words, Enter sends, Shift and Enter start a new line.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} full says that the box takes no more
 * @param {(words: string) => boolean} say whether the words were taken; if not, they stay in the box
 */
export function composer(form, full, say) {
  const box = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));

  function fit() {
    box.rows = 1;
    while (box.scrollHeight > box.clientHeight && box.rows < MOST_ROWS) box.rows += 1;
    full.hidden = box.value.length < box.maxLength;
  }

  box.addEventListener('input', fit);
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const words = box.value.trim();
    if (!words) box.focus();
    else if (say(words)) clear();
  });

  function clear() {
    box.value = '';
    fit();
  }

  return {
    /** An empty box with the cursor in it. */
    restart() {
      clear();
      box.focus();
    },
  };
}
