import { element } from './element.js';

/**
 * @import { Option, Say } from './api.js'
 * @typedef {{ option: Option, box: HTMLInputElement }} Item
 */

/** The ids of the answers that stand alone in their group. */
const ALONE = ['none', 'unsure'];
const NOT_TICKED = 'What you do not tick counts as no.';

/**
 * Answers of which several can be true: boxes to tick, under their headings, and one button that sends them.
 * @param {Option[]} options
 * @param {Say} say
 */
export function checklist(options, say) {
  const items = options.map(option => ({ option, box: element('input', { type: 'checkbox' }) }));
  const ticked = () => items.filter(({ box }) => box.checked).map(({ option }) => option);
  const missing = element('p', { className: 'missing', role: 'status' });
  const send = element('button', { type: 'button', className: 'submit idle', ariaDescription: NOT_TICKED },
    'Send', element('span', { className: 'unseen' }, ' what you ticked'));

  function touched() {
    send.classList.toggle('idle', !ticked().length);
    missing.textContent = '';
  }

  send.addEventListener('click', () => {
    if (send.ariaDisabled) return;
    const chosen = ticked();
    if (!chosen.length) {
      missing.textContent = whatToTick(options);
      missing.scrollIntoView({ block: 'nearest' });
      return;
    }
    send.ariaDisabled = 'true';
    send.textContent = 'Sent';
    say(chosen.map(({ label }) => label).join(', '), { chosen: chosen.map(({ id }) => id) });
  });

  const headings = [...new Set(options.map(({ group }) => group))];
  return [
    ...headings.flatMap(heading => group(heading, items.filter(({ option }) => option.group === heading), touched)),
    send, element('p', { className: 'small' }, NOT_TICKED), missing];
}

/** @param {Option[]} options */
function whatToTick(options) {
  return options.some(({ id }) => id === 'none') ? 'Tick what fits, or None of these.' : 'Tick what fits.';
}

/**
 * The boxes of one group; a heading makes it a group for a screen reader, too.
 * @param {string | null | undefined} heading
 * @param {Item[]} items
 * @param {() => void} touched
 * @returns {HTMLElement[]}
 */
function group(heading, items, touched) {
  for (const item of items) {
    item.box.addEventListener('change', () => {
      if (item.box.checked) untickWhatContradicts(item, items);
      touched();
    });
  }
  const labels = items.map(({ option, box }) => element('label', {}, box, element('span', {}, option.label)));
  return heading ? [element('fieldset', {}, element('legend', {}, heading), ...labels)] : labels;
}

/**
 * @param {Item} ticked
 * @param {Item[]} items
 */
function untickWhatContradicts(ticked, items) {
  for (const other of items) {
    if (other !== ticked && (standsAlone(ticked) || standsAlone(other))) other.box.checked = false;
  }
}

/** @param {Item} item */
function standsAlone({ option }) {
  return ALONE.includes(option.id);
}
