import { block } from './blocks.js';
import { card } from './cards.js';
import { element } from './element.js';
import { grounds } from './grounds.js';
import { questionParts } from './question.js';
import { understoodLine } from './understood.js';

/** @import { Answer, Finding, Reply, Say, State, Understood } from './api.js' */

const RIGHT_TO_LEFT = ['ar', 'ur'];

/**
 * One reply as an entry of the log: what to do, what to know, what was understood, where it comes from, what to ask.
 * @param {Reply} reply
 * @param {Finding[]} before what the reply before had understood
 * @param {Say} say
 * @param {(finding: Finding, state: State) => void} correct
 */
export function replyEntry(reply, before, say, correct) {
  const words = [...reply.lead.map(block), ...reply.answers.map(answer)];
  return element('li', { className: 'reply' },
    element('p', { className: 'unseen' }, 'Scapula says:'),
    ...(reply.cards ?? []).map(card),
    ...words.map(part => Object.assign(part, tongue(reply.understood))),
    ...understoodLine(reply, before, correct),
    grounds(reply),
    ...questionParts(reply.question, say));
}

/** The language of words that are not in the page's own. @param {Understood} understood */
function tongue({ language }) {
  if (language === 'en') return {};
  return { lang: language, dir: RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr' };
}

/** @param {Answer} answer */
function answer({ title, blocks }) {
  return element('section', {}, element('h2', {}, title), ...blocks.map(block));
}
