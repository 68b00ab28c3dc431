/**
 * Starting again: the page asks first.
 * @param {(id: string) => HTMLElement} byId
 * @param {() => void} startAgain
 */
export function startAgainButton(byId, startAgain) {
  /** @param {boolean} asking whether the page asks first, or goes on */
  function askFirst(asking) {
    byId('sure').hidden = !asking;
    byId('form').hidden = asking;
    byId(asking ? 'keep' : 'again').focus();
  }

  byId('again').addEventListener('click', () => askFirst(true));
  byId('keep').addEventListener('click', () => askFirst(false));
  byId('sure').addEventListener('keydown', ({ key }) => { if (key === 'Escape') askFirst(false); });
  byId('clear').addEventListener('click', () => {
    askFirst(false);
    startAgain();
  });
}
