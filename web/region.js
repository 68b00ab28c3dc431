import { memory } from './memory.js';

/** Where the person is, and the emergency bar that goes with it. @type {RegionMenu} */
export function regionMenu(menu, bar) {
  const [alarm, line] = bar.querySelectorAll('p');
  const link = /** @type {HTMLAnchorElement} */ (bar.querySelector('a'));

  /** @param {string} [region] the page's own where there is none */
  function choose(region = document.documentElement.dataset.region) {
    menu.value = memory.region = String(region);
    const { line: words, call, number } = menu.selectedOptions[0].dataset;
    line.textContent = String(words);
    Object.assign(link, { textContent: call, href: dial({ number: String(number) }) });
  }

  choose(memory.region);
  menu.addEventListener('change', () => choose(menu.value));

  return {
    choose,
    chosen: () => menu.value,
    emergencyLine: () => String(line.textContent),
    hold(reply) {
      const emergency = reply?.triage.level === 'emergency';
      const card = reply?.cards.find(({ kind }) => kind === 'emergency');
      bar.classList.toggle('emergency', emergency);
      if (!emergency) alarm.textContent = '';
      else if (card) alarm.textContent = `${card.urgency}: ${card.heading}`;
    },
  };
}

/** Where a link goes that calls. @param {{ number: string }} call */
export function dial({ number }) {
  return `tel:${number.replace(/\s/g, '')}`;
}
