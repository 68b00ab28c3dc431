import { block, folded } from './blocks.js';
import { element, icon } from './element.js';
import { dial } from './region.js';

/** @import { Block, Call, Card } from './api.js' */

const SIGN = 'M12 3 2 20h20ZM12 10v4M12 17v.01';
const PHONE = 'M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2';

/** What stands before the word, so that no level is told by its colour alone. @type {Record<Card['kind'], string>} */
const ICONS = {
  emergency: SIGN,
  urgent: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M12 7.5V13M12 16.5v.01',
  soon: 'M4 5h16v16H4ZM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4',
  self_care: 'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6',
  not_checked: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2q-1.1.6-1.1 1.8M12 16.5v.01',
  crisis: 'M4 5h16v11h-9l-4.5 4v-4H4ZM8 9h8M8 12.5h5',
  ask: SIGN,
};

/**
 * What to do and how soon, on one card: the urgency in words first, then the action. A call comes before all other
 * words, except in a crisis, where a person is spoken to first, in one paragraph.
 * @param {Card} card
 */
export function card({ kind, urgency, heading, blocks, call }) {
  const words = told(blocks);
  const spoken = kind === 'crisis' ? 1 : 0;
  return element('section', { className: `card ${kind}` },
    element('div', { className: 'head' }, icon(ICONS[kind]), element('h2', {}, ...before(urgency), heading)),
    element('div', { className: 'body' },
      ...words.slice(0, spoken), ...callLink(call), ...words.slice(spoken)));
}

/**
 * The words of a card. Of the lists that a line in bold introduces, the first, with the signs to call for at once, stays
 * open; the lists of what is less urgent are folded under their lines.
 * @param {Block[]} blocks
 */
function told(blocks) {
  const lists = blocks.filter((list, index) => list.kind === 'bullets' && blocks[index - 1]?.lines[0][0].strong).slice(1);
  const lines = lists.map(list => blocks[blocks.indexOf(list) - 1]);
  return blocks
    .filter(part => !lists.includes(part))
    .map(part => lines.includes(part) ? folded(part, lists[lines.indexOf(part)]) : block(part));
}

/** How soon, before what to do; a question's card has no level yet. @param {string} urgency */
function before(urgency) {
  if (!urgency) return [];
  return [element('span', { className: 'urgency' }, urgency, element('span', { className: 'unseen' }, ': '))];
}

/** @param {Call | null} call */
function callLink(call) {
  if (!call) return [];
  return [element('a', { className: 'call', href: dial(call) }, icon(PHONE), call.label)];
}
