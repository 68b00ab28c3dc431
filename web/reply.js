import { element, onceButton } from './element.js';
import { understoodLine } from './understood.js';

/** @import { Answer, Block, Finding, Option, Question, Reply, Source, Span, State, Understood } from './api.js' */

const RIGHT_TO_LEFT = ['ar', 'ur'];

/**
 * One reply as an entry of the log: what to know, what was understood, where it comes from, what to ask.
 * @param {Reply} reply
 * @param {Finding[]} before what the reply before had understood
 * @param {(option: Option) => void} choose
 * @param {(finding: Finding, state: State) => void} correct
 */
export function replyEntry(reply, before, choose, correct) {
  const words = [...reply.lead.map(block), ...reply.answers.map(answer)];
  return element('li', { className: 'reply' },
    element('p', { className: 'unseen' }, 'Scapula says:'),
    ...words.map(part => Object.assign(part, tongue(reply.understood))),
    ...understoodLine(reply, before, correct),
    element('div', { className: 'grounds' }, ...sources(reply.answers), ...why(reply)),
    ...question(reply.question, choose));
}

/** The language of words that are not in the page's own. @param {Understood} understood */
function tongue({ language }) {
  if (language === 'en') return {};
  return { lang: language, dir: RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr' };
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
  const quotes = heard.flatMap(({ text, label }) => text ? [quoted(text, label)] : []);
  return [element('details', {}, element('summary', {}, 'Why this answer?'),
    ...list('What I understood from your message:', quotes),
    ...list('The rules behind this reply:', because.map(({ rule, sources }) => `${rule}. (${sources.map(cited).join('; ')})`)))];
}

/**
 * @param {string} text
 * @param {string} label
 */
function quoted(text, label) {
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
