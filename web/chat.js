import { chat, newId, Problem } from './api.js';
import { composer } from './composer.js';
import { element } from './element.js';
import { follow } from './follow.js';
import { replyEntry } from './reply.js';
import { endedEntry, failureEntry } from './trouble.js';

/**
 * @import { Option, Said } from './api.js'
 * @typedef {{ id?: string, stopWaiting?: () => void }} Talk
 */

const byId = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const log = byId('log');
const entries = log.firstElementChild;
const emergencyLine = byId('emergency').textContent;
const newest = follow(byId('waiting'), byId('unread'));

/** What a person reads while they wait, and after how many milliseconds. @type {[number, string][]} */
const WAITING = [
  [400, 'Scapula is reading your message.'],
  [5_000, 'This is taking longer than usual.'],
  [12_000, `This is taking longer than usual. ${emergencyLine}`],
];

/** The conversation on the page; starting again puts a new one in its place. @type {Talk} */
let talk = {};

/**
 * Puts the person's words in the log and asks for the answer.
 * @param {string} words as they appear
 * @param {{ message: string, chosen?: string[] }} content as it is sent
 */
function say(words, content) {
  entries.append(element('li', { className: 'said' },
    element('p', { className: 'unseen' }, 'You said:'), element('p', { dir: 'auto' }, words)));
  setBegun(true);
  newest.toEnd();
  ask({ messageId: newId(), ...content });
}

/** @param {Said} said */
async function ask(said) {
  const here = talk;
  settle();
  here.stopWaiting = startWaiting();
  const entry = await answerTo(said, here);
  if (here !== talk) return;
  here.stopWaiting();
  here.stopWaiting = undefined;
  arrive(entry);
}

/** @param {HTMLElement} entry */
function arrive(entry) {
  entries.append(entry);
  newest.arrived(entry);
}

/**
 * The entry that answers a message: the reply, or why there is none.
 * @param {Said} said
 * @param {Talk} here
 * @returns {Promise<HTMLElement>}
 */
async function answerTo(said, here) {
  const tryAgain = () => ask(said);
  try {
    const reply = await chat({ ...said, conversationId: here.id });
    const entry = replyEntry(reply, choose);
    here.id = reply.conversationId;
    return entry;
  } catch (error) {
    if (!(error instanceof Problem)) {
      reportError(error);
      return failureEntry(new Problem({ detail: 'The reply could not be shown on this page.' }), emergencyLine, tryAgain);
    }
    if (error.status !== 404 || !here.id) return failureEntry(error, emergencyLine, tryAgain);
    here.id = undefined;
    if (here === talk) arrive(endedEntry());
    return answerTo({ ...said, chosen: undefined }, here);
  }
}

/** @param {Option} option */
function choose(option) {
  say(option.label, { message: option.message, chosen: [option.id] });
}

/** Closes what is still open further up, except a button in focus, so that focus is never lost. */
function settle() {
  for (const button of log.querySelectorAll('button')) {
    button.disabled = button !== document.activeElement;
  }
}

/** Says how long it takes, until the function that it returns is called. */
function startWaiting() {
  const timers = WAITING.map(([after, words]) => setTimeout(() => { byId('waiting').textContent = words; }, after));
  byId('send').ariaDisabled = 'true';
  return () => {
    timers.forEach(clearTimeout);
    byId('waiting').textContent = '';
    byId('send').ariaDisabled = null;
  };
}

/** @param {boolean} begun whether there is a conversation to read, or only ways to start one */
function setBegun(begun) {
  byId('suggestions').hidden = begun;
  byId('again').hidden = !begun;
  log.tabIndex = begun ? 0 : -1;
}

/** @param {boolean} asking whether the page asks first, or goes on */
function askFirst(asking) {
  byId('sure').hidden = !asking;
  byId('form').hidden = asking;
  byId(asking ? 'keep' : 'again').focus();
}

const form = composer(byId('form'), byId('full'), words => {
  if (talk.stopWaiting) return false;
  say(words, { message: words });
  return true;
});

byId('suggestions').addEventListener('click', (/** @type {MouseEvent} */ { target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  log.focus({ preventScroll: true });
  say(target.innerText, { message: target.innerText });
});

byId('again').addEventListener('click', () => askFirst(true));
byId('keep').addEventListener('click', () => askFirst(false));
byId('sure').addEventListener('keydown', (/** @type {KeyboardEvent} */ { key }) => key === 'Escape' && askFirst(false));
byId('clear').addEventListener('click', () => {
  askFirst(false);
  talk.stopWaiting?.();
  talk = {};
  entries.replaceChildren();
  newest.allSeen();
  setBegun(false);
  form.restart();
});
