import { checklist } from './checklist.js';
import { element, onceButton } from './element.js';

/** @import { Question, Say } from './api.js' */

/**
 * What the reply asks, with its answers to tap or to tick; a typed one works as well.
 * @param {Question | null} question
 * @param {Say} say
 */
export function questionParts(question, say) {
  if (!question) return [];
  return [element('fieldset', { className: `question ${question.kind}` },
    element('legend', {}, question.text),
    ...quiet(question.note),
    ...answers(question, say),
    ...quiet(left(question.remaining)))];
}

/**
 * @param {Question} question
 * @param {Say} say
 */
function answers({ kind, options }, say) {
  if (kind === 'many') return checklist(options, say);
  return options.map(({ id, label, message }) =>
    onceButton(label, `You chose: ${label}`, () => say(label, { message, chosen: [id] })));
}

/** @param {string | null | undefined} words */
function quiet(words) {
  return words ? [element('p', { className: 'small' }, words)] : [];
}

/** @param {number | undefined} count */
function left(count) {
  if (!count) return null;
  return `At most ${count} more ${count === 1 ? 'question' : 'questions'} after this one`;
}
