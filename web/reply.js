import { element, onceButton } from './element.js';

/** @import { Answer, Block, Finding, Option, Question, Reply, Source, Span } from './api.js' */

/**
 * One reply as an entry of the log: what to know, where it comes from, what to ask.
 * @param {Reply} reply
 * @param {(option: Option) => void} choose
 */
export function replyEntry(reply, choose) {
  return element('li', { className: 'reply' },
    element('p', { className: 'unseen' }, 'Scapula says:'),
    ...reply.lead.map(block),
    ...reply.answers.map(answer),
    element('div', { className: 'grounds' }, ...sources(reply.answers), ...why(reply)),
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
  if (!answers.length) return [];
  const byId = new Map(answers.flatMap(({ sources }) => sources).map(source => [source.id, source]));
  const reviewed = answers.map(answer => answer.reviewed).sort()[0];
  return [element('details', {}, element('summary', {}, 'Sources'),
    element('ul', {}, ...[...byId.values()].map(source => element('li', {}, cited(source)))),
    element('p', {}, `Checked against these sources by the project on ${inWords(reviewed)}.`))];
}

/** @param {Source} source */
function cited({ id, title, year }) {
  return year ? `${id}: ${title} (${year})` : `${id}: ${title}`;
}

/** @param {string} date */
function inWords(date) {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** What was read from this very message, and the rules that followed. @param {Reply} reply */
function why({ turn, understood, because }) {
  const heard = understood.findings.filter(finding => finding.turn === turn && finding.state === 'present');
  return [element('details', {}, element('summary', {}, 'Why this answer?'),
    ...list('What I understood from your message:', heard.map(quoted)),
    ...list('The rules behind this reply:', because.map(({ rule, sources }) => `${rule}. (${sources.map(cited).join('; ')})`)))];
}

/** @param {Finding} finding */
function quoted({ text, label }) {
  return text.toLowerCase() === label.toLowerCase() ? `“${text}”` : `“${text}”, which I took to mean: ${label}`;
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
