import { element } from './element.js';

/** @import { Finding, Reply, State } from './api.js' */

const AT_FIRST = 6;

/**
 * The buttons of an open chip. They answer the chip's own words: to a chip that says “no chest pain”, “No” alone could
 * mean either.
 * @type {Record<State, [State, string][]>}
 */
const CHOICES = {
  present: [['present', 'Yes, that is so'], ['absent', 'No'], ['unsure', 'Not sure']],
  unsure: [['present', 'Yes, that is so'], ['absent', 'No'], ['unsure', 'Not sure']],
  absent: [['absent', 'Yes, that is so'], ['present', 'No, that is wrong'], ['unsure', 'Not sure']],
};

/**
 * What this reply newly understood, each as a chip that can be opened and corrected; what is there before what is not,
 * and not what an unanswered question left open. Where there are many, what was left unticked is shown when asked for.
 * @param {Reply} reply
 * @param {Finding[]} before what the reply before had understood
 * @param {(finding: Finding, state: State) => void} correct
 */
export function understoodLine({ turn, understood }, before, correct) {
  const known = new Map(before.map(({ token, state }) => [token, state]));
  const news = understood.findings
    .filter(finding => finding.turn === turn || known.get(finding.token) !== finding.state)
    .filter(({ state, text }) => state !== 'unsure' || text !== null)
    .sort((one, other) => Number(one.state === 'absent') - Number(other.state === 'absent'));
  if (!news.length) return [];
  const first = news.length > AT_FIRST ? news.filter(told).slice(0, AT_FIRST) : news;
  const rest = news.filter(finding => !first.includes(finding));
  const someoneElse = understood.about === 'other' ? [element('span', { className: 'about' }, 'about someone else')] : [];
  return [element('div', { className: 'understood', role: 'group', ariaLabel: 'What I understood' },
    element('p', {}, 'I understood:'), ...someoneElse,
    ...first.flatMap(finding => chip(finding, correct)),
    ...more(rest.flatMap(finding => chip(finding, correct)), first.length ? `${rest.length} more` : `no to ${rest.length} things`))];
}

/** @param {Finding} finding */
function told({ state, text }) {
  return state !== 'absent' || text !== null;
}

/** What the person corrected, in the words of the reply to it. @param {string} token @param {Reply} reply */
export function corrected(token, { understood }) {
  const now = understood.findings.find(finding => finding.token === token);
  return now ? `Correction: ${inWords(now)}` : 'Correction';
}

/** Its label already says “no” where it is absent. @param {Finding} finding */
function inWords({ label, state }) {
  return state === 'unsure' ? `${label}?` : label;
}

/** @param {Element} within */
export function closeChips(within) {
  for (const chip of within.querySelectorAll('.chip[aria-expanded="true"]')) open(/** @type {HTMLElement} */ (chip), false);
}

/**
 * @param {HTMLElement} chip
 * @param {boolean} opened
 */
function open(chip, opened) {
  const choices = /** @type {HTMLElement} */ (chip.nextElementSibling);
  chip.ariaExpanded = String(opened);
  choices.hidden = !opened;
  if (opened) choices.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {Finding} finding
 * @param {(finding: Finding, state: State) => void} correct
 */
function chip(finding, correct) {
  const chip = element('button', { type: 'button', className: `chip ${finding.state}`, ariaExpanded: 'false' }, inWords(finding));
  const leave = () => { open(chip, false); chip.focus({ preventScroll: true }); };
  const choices = choicesOf(finding, leave, state => {
    leave();
    if (state === finding.state) return;
    chip.ariaDisabled = 'true';
    correct(finding, state);
  });
  chip.addEventListener('click', () => {
    if (chip.ariaDisabled) return;
    const opened = chip.ariaExpanded === 'false';
    closeChips(/** @type {Element} */ (chip.parentElement));
    open(chip, opened);
  });
  for (const part of [chip, choices]) {
    part.addEventListener('keydown', event => /** @type {KeyboardEvent} */ (event).key === 'Escape' && leave());
  }
  return [chip, choices];
}

/**
 * The buttons that an open chip shows; not spoken by the log, because the person has just asked for them.
 * @param {Finding} finding
 * @param {() => void} leave
 * @param {(state: State) => void} choose
 */
function choicesOf(finding, leave, choose) {
  const close = element('button', { type: 'button', className: 'close' }, 'Close');
  close.addEventListener('click', leave);
  return element('div', { className: 'choices', role: 'group', ariaLabel: inWords(finding), ariaLive: 'off', hidden: true },
    ...CHOICES[finding.state].map(([state, label]) => {
      const choice = element('button', { type: 'button', ariaPressed: String(state === finding.state) }, label);
      choice.addEventListener('click', () => choose(state));
      return choice;
    }), close);
}

/**
 * @param {HTMLElement[]} rest chips, each followed by its choices, that are shown when asked for
 * @param {string} label
 */
function more(rest, label) {
  const chips = rest.filter(part => part.matches('.chip'));
  if (!chips.length) return [];
  for (const chip of chips) chip.hidden = true;
  const button = element('button', { type: 'button', className: 'more' }, label);
  button.addEventListener('click', () => {
    for (const chip of chips) chip.hidden = false;
    chips[0].focus();
    button.hidden = true;
  });
  return [...rest, button];
}
