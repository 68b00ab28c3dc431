import { element } from './element.js';

/** One block of a reply's words. @param {Block} block */
export function block({ kind, lines }) {
  switch (kind) {
    case 'bullets': return list(lines.map(spans));
    case 'steps': return element('ol', {}, items(lines.map(spans)));
    case 'quote': return safety(broken(lines));
    default: return element('p', {}, broken(lines));
  }
}

/** @param {Child[]} lines */
export function list(lines) {
  return element('ul', {}, items(lines));
}

/** @param {Child[]} lines */
function items(lines) {
  return lines.map(line => element('li', {}, line));
}

/** A safety line: set apart by a word first, then by colour. @param {Child} words */
export function safety(words) {
  return element('div', 'safety', element('p', 'word', 'Safety'), element('p', {}, words));
}

/** @param {Span[][]} lines */
export function broken(lines) {
  return lines.map((line, index) => [index && element('br', {}), spans(line)]);
}

/** @param {Span[]} line */
function spans(line) {
  return line.map(({ text, strong }) => strong ? element('strong', {}, text) : text);
}
