import { block, broken } from './blocks.js';
import { element, folded, icon, unseen } from './element.js';
import { dial } from './region.js';

/**
 * What to do and how soon. A call comes before all other words, except in a crisis, where a person is spoken to first,
 * in one paragraph.
 * @param {Card} card
 */
export function card({ kind, urgency, heading, blocks, call }) {
  const words = told(blocks);
  const spoken = kind === 'crisis' ? 1 : 0;
  return element('section', `card ${kind}`,
    element('div', 'head', icon(kind), element('h2', {},
      urgency && element('span', 'urgency', urgency, unseen(': ')), heading)),
    element('div', 'body', words.slice(0, spoken),
      call && element('a', { className: 'call', href: dial(call) }, icon('phone'), call.label), words.slice(spoken)));
}

/**
 * Of the lists that a line in bold introduces, the first, with the signs to call for at once, stays open; the lists of
 * what is less urgent are folded under their lines.
 * @param {Block[]} blocks
 */
function told(blocks) {
  const lists = blocks.filter((list, index) => list.kind === 'bullets' && blocks[index - 1]?.lines[0][0].strong).slice(1);
  return blocks.filter(part => !lists.includes(part)).map(part => {
    const next = blocks[blocks.indexOf(part) + 1];
    return lists.includes(next) ? folded(broken(part.lines), block(next)) : block(part);
  });
}
