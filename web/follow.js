/**
 * Keeps the newest message in view, unless the reader has gone back to read; then a button offers it.
 * @param {HTMLElement} end what stands below the last message: while it is in view, the reader is near the bottom
 * @param {HTMLButtonElement} button
 */
export function follow(end, button) {
  let nearEnd = true;
  /** @type {HTMLElement | null} */
  let unread = null;

  const watch = new IntersectionObserver(changes => {
    for (const { target, isIntersecting } of changes) {
      if (target === end) nearEnd = isIntersecting;
      else if (isIntersecting) allSeen();
    }
  });
  watch.observe(end);

  function allSeen() {
    if (unread) watch.unobserve(unread);
    unread = null;
    button.hidden = true;
  }

  button.addEventListener('click', () => {
    if (!unread) return;
    unread.tabIndex = -1;
    unread.focus({ preventScroll: true });
    unread.scrollIntoView({ block: 'start' });
  });

  return {
    allSeen,

    /** Goes to the end, because the person has said something. */
    toEnd() {
      end.scrollIntoView({ block: 'nearest' });
      nearEnd = true;
    },

    /** @param {HTMLElement} entry a long one is shown from its beginning */
    arrived(entry) {
      if (nearEnd) return entry.scrollIntoView({ block: 'nearest' });
      if (unread) return;
      unread = entry;
      button.hidden = false;
      watch.observe(entry);
    },
  };
}
