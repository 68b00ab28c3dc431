import { element, onceButton } from './element.js';

/** @import { Answer, Block, Finding, Option, Question, Reply, Said, Source, Span } from './api.js' */

/**
 * One reply as an entry of the log: what to know, where it comes from, what to ask.
 * @param {Reply} reply
 * @param {Said} said the message that it answers
 * @param {(option: Option) => void} choose
 */
export function replyEntry(reply, said, choose) {
  return element('li', { className: 'reply' },
    element('p', { className: 'unseen' }, 'Scapula says:'),
    ...reply.lead.map(block),
    ...reply.answers.map(answer),
    element('div', { className: 'grounds' }, ...sources(reply.answers), ...why(reply, said)),
    ...question(reply.question, choose));
}

/**
 * A safety line: set apart by a word first, then by colour.
 * @param {(Node | string)[]} words
 */
export function safety(...words) {
  return element('div', { className: 'safety' },
    element('p', { className: 'word' }, 'Safety'), element('p', {}, ...words));
}

/** @param {Answer} answer */
function answer({ title, blocks }) {
  return element('section', {}, element('h2', {}, title), ...blocks.map(block));
}

/** @param {Block} block */
function block({ kind, lines }) {
  switch (kind) {
    case 'bullets': return element('ul', {}, ...lines.map(line => element('li', {}, ...spans(line))));
    case 'steps': return element('ol', {}, ...lines.map(line => element('li', {}, ...spans(line))));
    case 'quote': return safety(...broken(lines));
    default: return element('p', {}, ...broken(lines));
  }
}

/** @param {Span[][]} lines */
function broken(lines) {
  return lines.flatMap((line, index) => index ? [element('br', {}), ...spans(line)] : spans(line));
}

/** @param {Span[]} line */
function spans(line) {
  return line.map(({ text, strong }) => strong ? element('strong', {}, text) : text);
}

/** @param {Answer[]} answers */
function sources(answers) {
  const byId = new Map(answers.flatMap(({ sources }) => sources).map(source => [source.id, source]));
  if (!byId.size) return [];
  const reviewed = answers.map(answer => answer.reviewed).sort()[0];
  return [element('details', {}, element('summary', {}, 'Sources'),
    element('ul', {}, ...[...byId.values()].map(source => element('li', {}, cited(source)))),
    element('p', {}, `Last reviewed on ${inWords(reviewed)}.`))];
}

/** @param {Source} source */
function cited({ id, title, year }) {
  return year ? `${id}: ${title} (${year})` : `${id}: ${title}`;
}

/** @param {string} date */
function inWords(date) {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/**
 * @param {Reply} reply
 * @param {Said} said
 */
function why({ understood, because }, said) {
  const found = heard(understood.findings, said);
  if (!found.length && !because.length) return [];
  return [element('details', {}, element('summary', {}, 'Why this answer?'),
    ...list('What I understood from your message:', found.map(({ text, label }) =>
      !text || text.toLowerCase() === label.toLowerCase() ? `“${text || label}”` : `“${text}”, which I took to mean: ${label}`)),
    ...list('The rules behind this reply:', because.map(({ rule, source }) => `${rule}. (${source})`)))];
}

/**
 * The findings of this very message: the newest turn's, unless this message held none and they are older.
 * @param {Finding[]} findings
 * @param {Said} said
 */
function heard(findings, { message, chosen }) {
  const newest = Math.max(...findings.map(finding => finding.turn));
  return findings.filter(({ state, turn, start, end, text }) => state === 'present' && turn === newest
    && (start === null || end === null ? chosen : message.slice(start, end) === text));
}

/**
 * @param {string} heading
 * @param {string[]} lines
 */
function list(heading, lines) {
  if (!lines.length) return [];
  return [element('p', {}, heading), element('ul', {}, ...lines.map(line => element('li', {}, line)))];
}

/**
 * @param {Question | null} question
 * @param {(option: Option) => void} choose
 */
function question(question, choose) {
  if (!question) return [];
  return [element('fieldset', {}, element('legend', {}, question.text),
    ...question.options.map(option => onceButton(option.label, `You chose: ${option.label}`, () => choose(option))))];
}
