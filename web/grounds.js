import { element } from './element.js';

/** @import { Answer, Reply, Source } from './api.js' */

/**
 * What a reply rests on, folded away: sources, reasons, and a summary to show a professional.
 * @param {Reply} reply
 */
export function grounds(reply) {
  return element('div', { className: 'grounds' }, ...sources(reply.answers), why(reply), ...summary(reply));
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

/** What was read from this very message, the rules that followed, and what would lead elsewhere. @param {Reply} reply */
function why({ turn, understood, because, wouldChange = [] }) {
  const heard = understood.findings.filter(finding => finding.turn === turn && finding.state === 'present');
  const quotes = heard.flatMap(({ text, label }) => text ? [quoted(text, label)] : []);
  return element('details', {}, element('summary', {}, 'Why this answer?'),
    ...list('What I understood from your message:', quotes),
    ...list('The rules behind this reply:', because.map(({ rule, sources }) => `${rule}. (${sources.map(cited).join('; ')})`)),
    ...list('What would change this:', wouldChange.map(({ text }) => text)));
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

/** @param {Reply} reply */
function summary({ summary }) {
  if (!summary) return [];
  return [element('a', { className: 'summary', href: summary.html, target: '_blank', rel: 'noopener' },
    'Summary for a doctor or nurse', element('span', { className: 'unseen' }, ' (opens in a new tab)'))];
}
