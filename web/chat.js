import { startAgainButton } from './again.js';
import { chat, correct, newId } from './api.js';
import { composer } from './composer.js';
import { element } from './element.js';
import { follow } from './follow.js';
import { regionMenu } from './region.js';
import { replyEntry } from './reply.js';
import { endedEntry, failureEntry, problemOf } from './trouble.js';
import { closeChips, corrected } from './understood.js';
import { startWaiting } from './waiting.js';

/**
 * @import { Content, Correction, Finding, Reply, Said, State } from './api.js'
 * @typedef {{ last?: Reply, stopWaiting?: () => void }} Talk
 */

const byId = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const log = byId('log');
const entries = log.firstElementChild;
const region = regionMenu(byId('region'), byId('emergency'), byId('call'));
const newest = follow(byId('waiting'), byId('unread'));

/** The conversation on the page; starting again puts a new one in its place. @type {Talk} */
let talk = {};

/**
 * Puts the person's words in the log and asks for the answer.
 * @param {string} words as they appear
 * @param {Content} content as it is sent
 */
function say(words, content) {
  entries.append(saidEntry(words));
  setBegun(true);
  newest.toEnd();
  ask({ messageId: newId(), region: region.chosen(), words, ...content });
}

/** @param {string} words */
function saidEntry(words) {
  return element('li', { className: 'said' },
    element('p', { className: 'unseen' }, 'You said:'), element('p', { dir: 'auto' }, words));
}

/** @param {Said | Correction} sent */
async function ask(sent) {
  const here = talk;
  settle();
  here.stopWaiting = wait();
  const arrived = await answerTo(sent, here);
  if (here !== talk) return;
  here.stopWaiting();
  here.stopWaiting = undefined;
  arrived.forEach(arrive);
}

/** @param {HTMLElement} entry */
function arrive(entry) {
  entries.append(entry);
  newest.arrived(entry);
}

/**
 * The entries that answer what was sent: the reply, or why there is none.
 * @param {Said | Correction} sent
 * @param {Talk} here
 * @returns {Promise<HTMLElement[]>}
 */
async function answerTo(sent, here) {
  try {
    const reply = await ('token' in sent ? correct(sent) : chat({ ...sent, conversationId: here.last?.conversationId }));
    const entry = replyEntry(reply, here.last?.understood.findings ?? [], say, mend);
    here.last = reply;
    if ('token' in sent) return [saidEntry(corrected(sent.token, reply)), entry];
    region.tell(sent.region, { safety: reply.safety, call: reply.triage.call });
    return [entry];
  } catch (error) {
    const problem = problemOf(error);
    const line = region.emergencyLine();
    if ('token' in sent) return [failureEntry('correction', problem, line, () => ask(sent))];
    if (problem.status !== 404 || !here.last) return [failureEntry('message', problem, line, () => ask(sent))];
    here.last = undefined;
    if (here === talk) arrive(endedEntry());
    return answerTo({ ...sent, message: sent.message ?? sent.words, chosen: undefined }, here);
  }
}

/** @param {Finding} finding @param {State} state */
function mend({ token }, state) {
  newest.toEnd();
  if (talk.last) ask({ conversationId: talk.last.conversationId, token, state });
}

/** Closes what is still open further up, except a button in focus, so that focus is never lost. */
function settle() {
  closeChips(log);
  for (const control of log.querySelectorAll('button, input')) {
    control.disabled = control !== document.activeElement;
  }
}

/** Nothing else is sent meanwhile, until the function that it returns is called. */
function wait() {
  const stop = startWaiting(byId('waiting'), region.emergencyLine());
  byId('send').ariaDisabled = 'true';
  return () => {
    stop();
    byId('send').ariaDisabled = null;
  };
}

/** @param {boolean} begun whether there is a conversation to read, or only ways to start one */
function setBegun(begun) {
  byId('suggestions').hidden = begun;
  byId('again').hidden = !begun;
  log.tabIndex = begun ? 0 : -1;
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

startAgainButton(byId, () => {
  talk.stopWaiting?.();
  talk = {};
  entries.replaceChildren();
  newest.allSeen();
  setBegun(false);
  form.restart();
});
