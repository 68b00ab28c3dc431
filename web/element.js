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
