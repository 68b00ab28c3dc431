/** @param {string} id @returns {any} */
export const byId = id => document.getElementById(id);

/** A new element; strings among its children become text, never markup. @type {MakeElement} */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), typeof properties === 'string' ? { className: properties } : properties);
  made.append(.../** @type {any} */ (children).flat(Infinity).filter(Boolean));
  return made;
}

/** Words for a screen reader. @param {string} words */
export function unseen(words) {
  return element('span', 'unseen', words);
}

/** Parts that a tap on a line unfolds. @type {Folded} */
export function folded(line, parts) {
  return element('details', {}, element('summary', {}, line), parts);
}

/** A small drawing that goes with words, and is therefore not spoken. @param {string} name */
export function icon(name) {
  const made = byId(`icon-${name}`).cloneNode(true);
  made.removeAttribute('id');
  return made;
}

/** A button that does nothing once it is used up. @type {MakeButton} */
export function button(label, press, className = '') {
  const made = element('button', { type: 'button', className }, label);
  made.addEventListener('click', () => made.ariaDisabled || press());
  return made;
}

/** The button keeps its focus. @type {UsedUp} */
export function usedUp(button, used) {
  button.ariaDisabled = 'true';
  button.textContent = used;
}

/** A button that works once. @type {OnceButton} */
export function onceButton(label, used, press) {
  const once = button(label, () => {
    usedUp(once, used);
    press();
  });
  return once;
}
