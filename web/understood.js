import { button, element } from './element.js';

const AT_FIRST = 6;

/** What this reply newly understood, each as a chip that can be opened and corrected. @type {UnderstoodLine} */
export function understoodLine({ turn, understood }, before, mend) {
  const known = new Map(before.map(({ token, state }) => [token, state]));
  const news = understood.findings
    .filter(finding => finding.turn === turn || known.get(finding.token) !== finding.state)
    .filter(({ state, text }) => state !== 'unsure' || text !== null)
    .sort((one, other) => Number(one.state === 'absent') - Number(other.state === 'absent'));
  const told = news.filter(({ state, text }) => state !== 'absent' || text !== null);
  const first = news.length > AT_FIRST ? told.slice(0, AT_FIRST) : news;
  const rest = news.filter(finding => !first.includes(finding)).map(finding => chip(finding, mend));
  return news.length && element('div', { className: 'understood', role: 'group', ariaLabel: 'What I understood' },
    element('p', {}, 'I understood:'),
    understood.about === 'other' && element('span', 'about', 'about someone else'),
    first.map(finding => chip(finding, mend)),
    rest.length && more(rest, first.length ? `${rest.length} more` : `no to ${rest.length} things`));
}

/** What the person corrected, in the words of the reply to it. @type {Corrected} */
export function corrected(token, { understood }) {
  const now = understood.findings.find(finding => finding.token === token);
  return now ? `Correction: ${inWords(now)}` : 'Correction';
}

/** Its label already says “no” where it is absent. @param {Finding} finding */
function inWords({ label, state }) {
  return state === 'unsure' ? `${label}?` : label;
}

/** @type {MakeChip} */
function chip(finding, mend) {
  const made = button(inWords(finding), () => mend(finding, made), `chip ${finding.state}`);
  return made;
}

/** @type {MoreChips} */
function more(chips, label) {
  const opener = button(label, () => {
    opener.replaceWith(...chips);
    chips[0].focus();
  }, 'quiet');
  return opener;
}

/** The choices that an open chip offers; they answer the chip's own words. @type {ChipChoices} */
export function chipChoices(popover, correct) {
  const [words, ...buttons] = /** @type {HTMLElement[]} */ ([...popover.children]);
  return (finding, chip) => {
    /** @type {State[]} */
    const states = finding.state === 'absent' ? ['absent', 'present', 'unsure'] : ['present', 'absent', 'unsure'];
    words.textContent = inWords(finding);
    states.forEach((state, index) => {
      buttons[index].ariaPressed = String(state === finding.state);
      buttons[index].onclick = () => {
        popover.hidePopover();
        if (state === finding.state) return;
        chip.ariaDisabled = 'true';
        correct(finding, state);
      };
    });
    popover.showPopover({ source: chip });
  };
}
