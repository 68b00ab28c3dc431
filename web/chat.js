import { newId, request } from './api.js';
import { changeable } from './change.js';
import { composer } from './composer.js';
import { byId, element, unseen } from './element.js';
import './offline.js';
import { follow } from './follow.js';
import { memory } from './memory.js';
import { conversationMenu } from './menu.js';
import { placeForm } from './places.js';
import { regionMenu } from './region.js';
import { replyEntry } from './reply.js';
import { failureEntry, notice, offlineBanner, startWaiting } from './trouble.js';
import { chipChoices, corrected } from './understood.js';

const QUIET_WHILE_RESTORED = 1_000;

const log = byId('log');
const entries = log.firstElementChild;
const region = regionMenu(byId('region'), byId('bar'));
const { arrive, toEnd } = follow(byId('page'), entries, byId('unread'));
const lost = offlineBanner(byId('offline'), region.emergencyLine);
const mend = chipChoices(byId('chip'), correct);

/** The conversation on the page; starting again puts a new one in its place. @type {Talk} */
let talk = { turns: [] };

/** Puts the person's words in the log and asks for the answer. @type {Say} */
function say(words, content) {
  setBegun(true);
  send({ messageId: newId(), region: region.chosen(), ...content }, put(words));
}

/** @param {string} words */
function put(words) {
  const bubble = element('li', 'said', unseen('You said:'), element('p', { dir: 'auto' }, words));
  entries.append(bubble);
  toEnd();
  return bubble;
}

/** Sends a message; if need be again, with the same id. @type {Send} */
function send(message, bubble, again) {
  const said = bubble.lastElementChild?.textContent ?? '';
  settle();
  ask(request('POST', 'chat', { ...message, conversationId: talk.id }), reply => {
    arrive(taken({ said, chosen: message.chosen ?? [], reply }, bubble));
  }, facts => {
    if (facts.status !== 404 || !talk.id) {
      return fail('Your message has no answer yet.', facts, () => send(message, bubble, true), !facts.status && !again);
    }
    talk = { turns: [] };
    for (const change of log.querySelectorAll('.change')) change.hidden = true;
    arrive(notice(byId('anew').textContent));
    send({ ...message, message: message.message ?? said, chosen: undefined }, bubble);
  });
}

/** @type {Correct} */
function correct(finding, state) {
  const { token } = finding;
  settle();
  toEnd();
  ask(request('PUT', `${path()}/findings/${encodeURIComponent(token)}`, { state }), reply => {
    const said = corrected(token, reply);
    arrive(taken({ said, chosen: [], corrected: token, reply }, put(said)));
  }, facts => fail('Your correction has no answer yet.', facts, () => correct(finding, state)));
}

function path() {
  return `conversations/${encodeURIComponent(talk.id ?? '')}`;
}

/** Waits for the server, for one thing at a time. @type {Ask} */
async function ask(asked, shown, failed) {
  const here = talk;
  here.stopWaiting?.();
  const stop = here.stopWaiting = startWaiting(byId('waiting'), byId('send'));
  const { came, facts } = await asked;
  if (here !== talk) return;
  stop();
  here.stopWaiting = undefined;
  tell('');
  lost(!!facts && !facts.status);
  if (facts) return failed(facts);
  try {
    shown(came);
  } catch (error) {
    reportError(error);
    failed({ detail: 'The reply could not be shown on this page.' });
  }
}

/** @type {Fail} */
function fail(what, facts, again, byItself = false) {
  arrive(failureEntry(what, facts, region.emergencyLine(), again, byItself));
}

/** Takes a turn into the conversation, and gives the entry of its reply. @type {Taken} */
function taken(turn, bubble, chosen = []) {
  const { reply } = turn;
  const before = talk.turns.at(-1)?.reply;
  if (!turn.corrected) changeable(bubble, turn, before?.question, (content, failed) => change(reply.turn, content, failed));
  talk.turns.push({ at: new Date().toISOString(), ...turn });
  memory.conversation = talk.id = reply.conversationId;
  byId('data').href = `api/${path()}`;
  region.hold(reply);
  return replyEntry(reply, before?.understood.findings ?? [], chosen, say, mend);
}

/** @type {ChangeTurn} */
function change(turn, content, failed) {
  if (!talk.stopWaiting) ask(request('PUT', `${path()}/turns/${turn}`, content), ({ changed, conversation }) => {
    replay(conversation);
    const told = notice(changed.text);
    entries.lastElementChild.before(told);
    told.focus();
    told.scrollIntoView({ block: 'start' });
  }, failed);
}

/** Puts a whole conversation on the page; none of it is news. @param {Past} past */
function replay({ region: where, turns }) {
  log.ariaLive = 'off';
  setTimeout(() => { log.ariaLive = null; }, QUIET_WHILE_RESTORED);
  clear();
  setBegun(true);
  region.choose(where);
  turns.forEach((turn, index) => {
    settle();
    const said = turn.corrected ? corrected(turn.corrected, turn.reply) : turn.said;
    arrive(taken({ ...turn, said }, put(said), turns[index + 1]?.chosen));
  });
}

/** @param {string} id */
function restore(id) {
  talk.id = id;
  setBegun(true);
  ask(request('GET', path()), replay, facts => {
    if (facts.status !== 404) return fail('Your conversation could not be fetched.', facts, () => restore(id));
    clear();
    arrive(notice(byId('ended').textContent));
  });
}

/** Nothing is left of a conversation. */
function clear() {
  talk.stopWaiting?.();
  talk = { turns: [] };
  delete memory.conversation;
  entries.replaceChildren();
  byId('unread').hidden = true;
  region.hold();
  setBegun(false);
}

/** Closes what is open further up, except what has focus. */
function settle() {
  for (const control of log.querySelectorAll(':is(.reply, .failure) :is(button, input)')) {
    control.disabled = control !== document.activeElement;
  }
}

/** @param {boolean} begun whether there is a conversation to read */
function setBegun(begun) {
  byId('suggestions').hidden = begun;
  byId('opener').hidden = !begun;
  log.tabIndex = begun ? 0 : -1;
}

/** @param {string} status the id of its line */
function tell(status) {
  for (const line of byId('status').children) line.hidden = line.id !== status;
}

const restart = composer(byId('form'), byId('page'), words => {
  if (talk.stopWaiting) return false;
  const waits = !navigator.onLine && entries.lastElementChild?.matches('.failure');
  tell(waits ? 'waits' : '');
  if (!waits) say(words, { message: words });
  return !waits;
}, full => tell(full ? 'full' : ''));

/** @param {string} [status] */
function startAgain(status = '') {
  clear();
  restart();
  tell(status);
}

/** @param {string} words */
function begin(words) {
  log.focus({ preventScroll: true });
  say(words, { message: words });
}

conversationMenu(byId('menu'), {
  again: startAgain,
  erase: () => ask(request('DELETE', path()), () => startAgain('erased'),
    ({ status }) => status === 404 ? startAgain('erased') : tell('kept')),
}, () => talk.turns, tell);
log.addEventListener('keydown', (/** @type {KeyboardEvent} */ { key }) => key === 'Escape' && byId('message').focus());
for (const button of byId('suggestions').querySelectorAll('li button')) button.addEventListener('click', () => begin(button.innerText));
placeForm(byId('place'), begin);
if (memory.conversation) restore(memory.conversation);
