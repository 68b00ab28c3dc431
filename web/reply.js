import { block, list } from './blocks.js';
import { card } from './cards.js';
import { element, folded, onceButton, unseen } from './element.js';
import { questionPart } from './question.js';
import { understoodLine } from './understood.js';

/** One reply as an entry of the log: what to do, what to know, why, and what to ask. @type {ReplyEntry} */
export function replyEntry(reply, before, chosen, say, mend) {
  const { cards, lead, answers, related, question } = reply;
  const words = [...lead.map(block), ...answers.map(answer)];
  return element('li', 'reply', unseen('Scapula says:'), cards.map(card),
    words.map(part => Object.assign(part, tongue(reply))), understoodLine(reply, before, mend), grounds(reply),
    related?.length && element('section', 'related', element('h2', {}, 'Related questions'),
      related.map(({ title }) => onceButton(title, title, () => say(title, { message: title })))),
    question && questionPart(question, chosen, say));
}

/** The language of words that are not in the page's own. @param {Reply} reply */
function tongue({ understood: { language } }) {
  return language === 'en' ? {} : { lang: language, dir: ['ar', 'ur'].includes(language) ? 'rtl' : 'ltr' };
}

/** @param {Answer} answer */
function answer({ title, blocks, pictures, more }) {
  return element('section', {}, element('h2', {}, title), blocks.map(block),
    pictures?.length && element('div', 'pictures', pictures.map(({ url, title, text }) => element('figure', {},
      element('img', { loading: 'lazy', width: 560, height: 300, alt: text, src: url }), element('figcaption', {}, title)))),
    more?.length && folded('More', more.map(block)));
}

/** What a reply rests on, folded away, and a summary to show a professional. @param {Reply} reply */
function grounds({ answers, cards, triage, turn, understood, because, wouldChange, summary }) {
  const sources = new Map(answers.flatMap(({ sources }) => sources).map(source => [source.id, cited(source)]));
  const read = understood.findings.filter(finding => finding.text && finding.turn === turn && finding.state === 'present');
  const level = summary || cards.some(({ kind }) => kind === triage.level);
  return element('div', 'grounds',
    answers.length && folded('Sources', [list([...sources.values()]), element('p', {}, reviewed(answers))]),
    folded(`Why this ${level ? 'level' : answers.length ? 'answer' : 'reply'}?`, [
      read.length && [element('p', {}, 'What I understood from your message:'), list(read.map(quoted))],
      because.length && [element('p', {}, 'The rules behind it:'),
        list(because.map(({ rule, sources }) => `${rule}. (${sources.map(cited).join('; ')})`))]]),
    wouldChange?.length && folded('What would change this?', list(wouldChange.map(({ text }) => text))),
    summary && element('a', { className: 'summary', href: summary.html, target: '_blank', rel: 'noopener' },
      'Summary for a doctor or nurse', unseen(' (opens in a new tab)')));
}

/** @param {Source} source */
function cited({ id, title, year }) {
  return `${id}: ${title}${year ? ` (${year})` : ''}`;
}

/** @param {Answer[]} answers */
function reviewed(answers) {
  const first = new Date(answers.map(({ reviewed }) => reviewed).sort()[0]);
  const day = first.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `Checked against these sources by the project on ${day}.`;
}

/** @param {Finding} finding */
function quoted({ text, label }) {
  return text?.toLowerCase() === label.toLowerCase() ? `“${text}”` : `“${text}”, which I took to mean: ${label}`;
}
