import { element } from './element.js';

/** @import { Block, Span } from './api.js' */

/**
 * One block of a reply's words.
 * @param {Block} block
 */
export function block({ kind, lines }) {
  switch (kind) {
    case 'bullets': return element('ul', {}, ...lines.map(line => element('li', {}, ...spans(line))));
    case 'steps': return element('ol', {}, ...lines.map(line => element('li', {}, ...spans(line))));
    case 'quote': return safety(...broken(lines));
    default: return element('p', {}, ...broken(lines));
  }
}

/**
 * A list that is opened by the line before it.
 * @param {Block} line
 * @param {Block} list
 */
export function folded(line, list) {
  return element('details', {}, element('summary', {}, ...broken(line.lines)), block(list));
}

/**
 * A safety line: set apart by a word first, then by colour.
 * @param {(Node | string)[]} words
 */
export function safety(...words) {
  return element('div', { className: 'safety' },
    element('p', { className: 'word' }, 'Safety'), element('p', {}, ...words));
}

/** @param {Span[][]} lines */
function broken(lines) {
  return lines.flatMap((line, index) => index ? [element('br', {}), ...spans(line)] : spans(line));
}

/** @param {Span[]} line */
function spans(line) {
  return line.map(({ text, strong }) => strong ? element('strong', {}, text) : text);
}
