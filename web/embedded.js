const root = document.documentElement;
const { style } = root;
const PAIRS = ['ink paper', 'ink bubble', 'ink safety', 'ink warm-paper', 'quiet bubble', 'accent paper', 'accent bubble'];

/** How light a colour of the page is; not a number where it lets another shine through. @param {string} name */
function light(name) {
  style.color = `color(from var(--${name}) xyz-d65 0 y 0)`;
  const [, , y, , through] = getComputedStyle(root).color.split(' ');
  return through ? NaN : Number(y) + 0.05;
}

/** @param {string} pair */
function readable(pair) {
  const [one, other] = pair.split(' ').map(light);
  return Math.max(one / other, other / one) >= 4.5;
}

/** Wears what the page around asks for; none of its colours where one could not be read. @param {string[]} looks */
function wear([accent, paper, ink, size, corner]) {
  style.cssText = '';
  for (const [name, colour] of Object.entries({ accent, paper, ink })) {
    if (CSS.supports('color', colour)) style.setProperty(`--${name}`, colour);
  }
  const faint = PAIRS.find(pair => !readable(pair));
  if (faint) {
    style.cssText = '';
    console.warn(`Scapula keeps its own colours: the contrast of ${faint.replace(' ', ' on ')} would be under 4.5.`);
  }
  style.color = '';
  style.fontSize = `max(1rem, ${size})`;
  if (CSS.supports('border-radius', corner)) style.setProperty('--corner', `min(2rem, ${corner})`);
}

// The server's frame-ancestors says whose pages the parent can be.
addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source !== parent || !port) return;
  wear(data);
  port.postMessage('ready');
});
