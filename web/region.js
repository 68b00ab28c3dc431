/**
 * @import { Call } from './api.js'
 * @typedef {{ safety: string, call: Call | null }} Help the emergency line of a region, and its number
 */

/** For a region whose numbers the server has not told yet: the page knows none itself. @type {Help} */
const NOT_TOLD = { safety: 'If this could be an emergency, call your local emergency number now.', call: null };

/**
 * Where the person is, and the emergency bar that goes with it. Remembered only while the page is open.
 * @param {HTMLSelectElement} menu
 * @param {HTMLElement} line
 * @param {HTMLAnchorElement} link
 */
export function regionMenu(menu, line, link) {
  const { region = '' } = document.documentElement.dataset;
  /** @type {Map<string, Help>} */
  const told = new Map([[region, { safety: line.innerText, call: { label: link.innerText, number: link.pathname } }]]);

  function show() {
    const { safety, call } = told.get(menu.value) ?? NOT_TOLD;
    if (line.textContent !== safety) line.textContent = safety;
    link.hidden = !call;
    if (call) Object.assign(link, { textContent: call.label, href: dial(call) });
  }

  menu.value = region;
  menu.addEventListener('change', show);

  return {
    chosen: () => menu.value,
    emergencyLine: () => line.innerText,

    /** @param {string} region the one that was sent @param {Help} help what came back with the reply */
    tell(region, help) {
      told.set(region, help);
      show();
    },
  };
}

/** Where a link goes that calls. @param {Call} call */
export function dial({ number }) {
  return `tel:${number.replace(/\s/g, '')}`;
}
