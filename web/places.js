import { byId } from './element.js';

/** A drawn back that mirrors a list of places. @type {BackMap} */
export function backMap(items) {
  const map = byId('back').content.firstElementChild.cloneNode(true);
  /** @type {SVGElement[]} */
  const areas = [...map.querySelectorAll('.region')];
  const regions = areas.map(area => {
    const [place, side] = String(area.dataset.sets).split(' ');
    return { area, place, side };
  });

  /** @param {(string | undefined)[]} tokens */
  const box = (...tokens) => items.find(({ sets }) => tokens.every(token => !token || sets.includes(token)))?.box;
  /** @param {string} token */
  const ticked = token => items.some(({ sets, box }) => box.checked && sets.includes(token));
  /** @param {{ place: string, side?: string }} region */
  const marked = ({ place, side }) => ticked(place) && (!side || ticked(side) || ticked('side:both'));

  /** Ticks one item that says place and side, or one for each. @param {{ place: string, side?: string }} region */
  function tap(region) {
    const { place, side } = region;
    const whole = box(place, side);
    if (whole) return whole.click();
    const other = box(side === 'side:left' ? 'side:right' : 'side:left');
    if (marked(region)) return (ticked('side:both') ? other : box(place))?.click();
    const sided = regions.some(region => region.side && marked(region));
    if (!ticked(place)) box(place)?.click();
    if (!sided) box(side)?.click();
    else if (other?.checked) box('side:both')?.click();
  }

  function show() {
    for (const region of regions) region.area.classList.toggle('on', marked(region));
  }

  for (const region of regions) region.area.addEventListener('click', () => tap(region));
  for (const { box } of items) box.addEventListener('change', show);
  show();
  return map;
}

/** The places at the welcome: one is said as a message like any other. @type {PlaceForm} */
export function placeForm(form, say) {
  const boxes = [...form.querySelectorAll('input')];
  form.prepend(backMap(boxes.map(box => ({ box, sets: String(box.dataset.sets).split(' ') }))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    say(boxes.find(({ checked }) => checked)?.value ?? '');
  });
}
