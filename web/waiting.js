/**
 * Says how long an answer takes, while it takes long.
 * @param {HTMLElement} line
 * @param {string} emergencyLine
 * @returns {() => void} ends it
 */
export function startWaiting(line, emergencyLine) {
  /** What a person reads while they wait, and after how many milliseconds. @type {[number, string][]} */
  const said = [
    [400, 'Scapula is reading your message.'],
    [5_000, 'This is taking longer than usual.'],
    [12_000, `This is taking longer than usual. ${emergencyLine}`],
  ];
  const timers = said.map(([after, words]) => setTimeout(() => { line.textContent = words; }, after));
  return () => {
    timers.forEach(clearTimeout);
    line.textContent = '';
  };
}
