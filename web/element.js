const DRAWING = 'http://www.w3.org/2000/svg';

/**
 * One new element; strings among the children become text, never markup.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * A small line drawing that goes with words, and is therefore not spoken.
 * @param {string} lines the path of its lines in a square of 24 by 24
 */
export function icon(lines) {
  const drawing = document.createElementNS(DRAWING, 'svg');
  const path = document.createElementNS(DRAWING, 'path');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', lines);
  drawing.append(path);
  return drawing;
}

/**
 * A button of the log: it works once, then it keeps its focus and does nothing.
 * @param {string} label
 * @param {string} used what the label says afterwards
 * @param {() => void} press
 */
export function onceButton(label, used, press) {
  const button = element('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    if (button.ariaDisabled) return;
    button.ariaDisabled = 'true';
    button.textContent = used;
    press();
  });
  return button;
}
