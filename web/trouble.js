import { safety } from './blocks.js';
import { element, onceButton } from './element.js';

/** Milliseconds until each line is said. */
const WAITS = [400, 5_000, 12_000];

/** Something that has no answer, as an entry of the log. @type {FailureEntry} */
export function failureEntry(what, { status, detail, retryAfter, safety: line }, emergencyLine, tryAgain, byItself) {
  const reason = detail ?? (status ? 'Something went wrong on the server.'
    : byItself && !navigator.onLine ? 'You are offline. It is sent again as soon as you are online.' : 'Scapula could not be reached.');
  const pause = retryAfter ? ` Please wait ${retryAfter} seconds before you try again.` : '';
  const button = onceButton('Try again', 'Tried again', tryAgain);
  if (byItself) addEventListener('online', () => button.isConnected && button.click(), { once: true });
  return element('li', 'failure',
    element('p', {}, element('strong', {}, what), ` ${reason}${pause}`), safety(line ?? emergencyLine), button);
}

/** A word of the page's own in the log. @param {string} words */
export function notice(words) {
  return element('li', { className: 'notice', tabIndex: -1 }, element('p', {}, words));
}

/** Says, as long as it is so, that nothing can be sent. @type {OfflineBanner} */
export function offlineBanner(banner, emergencyLine) {
  /** @param {boolean} lost */
  function show(lost) {
    const reason = navigator.onLine ? 'Scapula cannot be reached.' : 'You are offline.';
    banner.textContent = lost ? `${reason} What you write is kept. ${emergencyLine()}` : '';
  }

  addEventListener('offline', () => show(true));
  addEventListener('online', () => show(false));
  show(!navigator.onLine);
  return show;
}

/** Says how long an answer takes, while it takes long; nothing else is sent meanwhile. @type {StartWaiting} */
export function startWaiting(lines, send) {
  const said = /** @type {HTMLElement[]} */ ([...lines.children]);
  const show = (/** @type {number} */ now) => said.forEach((line, index) => { line.hidden = index !== now; });
  const timers = WAITS.map((wait, index) => setTimeout(show, wait, index));
  send.ariaDisabled = 'true';
  return () => {
    timers.forEach(clearTimeout);
    show(-1);
    send.ariaDisabled = null;
  };
}
