import { newId } from './api.js';
import { button, element, folded, onceButton, unseen, usedUp } from './element.js';
import { backMap } from './places.js';

const NOT_TICKED = 'What you do not tick counts as no.';
/** The ids of the answers that stand alone in their group. */
const ALONE = ['none', 'unsure'];

/** What the reply asks, with its answers to tap or to tick; a typed one works as well. @type {QuestionPart} */
export function questionPart(question, chosen, say) {
  const { kind, text, note, why, remaining } = question;
  return element('fieldset', `question ${kind}`, element('legend', {}, text), quiet(note),
    kind === 'many' ? checklist(question, chosen, say) : taps(question, chosen, say),
    why && folded('Why are you asking?', element('p', {}, why)),
    quiet(remaining && `About ${remaining} more ${remaining === 1 ? 'question' : 'questions'}`));
}

/** @type {Checklist} */
function taps({ options }, chosen, say) {
  return options.map(({ id, label, message }) => {
    const used = `You chose: ${label}`;
    const tap = onceButton(label, used, () => say(label, { message, chosen: [id] }));
    if (chosen.includes(id)) usedUp(tap, used);
    return tap;
  });
}

/** Boxes to tick, and one button that sends them. @type {Checklist} */
function checklist(question, chosen, say) {
  const missing = element('p', { className: 'missing', role: 'status' });
  const { parts, ticked } = choices(question, chosen, touched);
  const submit = button(['Send', unseen(' what you ticked')], send);
  submit.ariaDescription = NOT_TICKED;

  function touched() {
    submit.className = ticked().length ? 'submit' : 'submit idle';
    missing.textContent = '';
  }

  function send() {
    const now = ticked();
    if (now.length) {
      usedUp(submit, 'Sent');
      return say(now.map(({ label }) => label).join(', '), { chosen: now.map(({ id }) => id) });
    }
    missing.textContent = `Tick what fits${question.options.some(({ id }) => id === 'none') ? ', or None of these' : ''}.`;
    missing.scrollIntoView({ block: 'nearest' });
  }

  touched();
  if (chosen.length) usedUp(submit, 'Sent');
  return [parts, submit, quiet(NOT_TICKED), missing];
}

/** @param {Child} words */
function quiet(words) {
  return words && element('p', 'small', words);
}

/** A question's answers as boxes under their headings, or as radio buttons where one only can be true. @type {Choices} */
export function choices({ kind, options, oneOf = [], drawing }, chosen, touched = () => {}) {
  const groups = [...new Set(options.map(({ group }) => group))].map(heading => {
    const box = kind !== 'many' || oneOf.includes(heading ?? '') ? { type: 'radio', name: newId() } : { type: 'checkbox' };
    const items = options.filter(({ group }) => group === heading)
      .map(option => ({ ...option, box: element('input', { ...box, checked: chosen.includes(option.id) }) }));
    for (const item of items) item.box.addEventListener('change', () => {
      if (item.box.checked && !box.name) untickWhatContradicts(item, items);
      touched();
    });
    const labels = items.map(({ label, box }) => element('label', {}, box, element('span', {}, label)));
    return { items, part: heading ? element('fieldset', {}, element('legend', {}, heading), labels) : labels };
  });
  const items = groups.flatMap(({ items }) => items);
  return {
    parts: [drawing && backMap(items), groups.map(({ part }) => part)],
    ticked: () => items.filter(({ box }) => box.checked),
  };
}

/** @type {UntickWhatContradicts} */
function untickWhatContradicts(ticked, items) {
  for (const other of items) {
    if (other !== ticked && [ticked, other].some(({ id }) => ALONE.includes(id))) other.box.checked = false;
  }
}
