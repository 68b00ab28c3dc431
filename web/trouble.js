import { Problem } from './api.js';
import { safety } from './blocks.js';
import { element, onceButton } from './element.js';

/**
 * A message that has no answer, as an entry of the log.
 * @param {'message' | 'correction'} sent
 * @param {Problem} problem
 * @param {string} emergencyLine for when the server could not send one
 * @param {() => void} tryAgain
 */
export function failureEntry(sent, { status, detail, safety: line, retryAfter }, emergencyLine, tryAgain) {
  const reason = detail ?? (status
    ? 'Something went wrong on the server.'
    : 'The server could not be reached. Please check that you are online.');
  const pause = retryAfter ? ` Please wait ${retryAfter} seconds before you try again.` : '';
  return element('li', { className: 'failure' },
    element('p', {}, element('strong', {}, `Your ${sent} has no answer yet.`), ` ${reason}${pause}`),
    safety(line ?? emergencyLine),
    onceButton('Try again', 'Tried again', tryAgain));
}

/** @param {unknown} error */
export function problemOf(error) {
  if (error instanceof Problem) return error;
  reportError(error);
  return new Problem({ detail: 'The reply could not be shown on this page.' });
}

/** Says that the conversation has expired and that the last message begins a new one. */
export function endedEntry() {
  return element('li', { className: 'notice' }, element('p', {},
    'That conversation has ended, and I no longer have what you told me in it. This is a new one, starting with your last message.'));
}
