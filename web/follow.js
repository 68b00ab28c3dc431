const NEAR = 120;

/** Keeps the newest message in view; to a reader who has gone back, a button offers it. @type {Follow} */
export function follow(page, entries, button) {
  /** @type {HTMLElement} */
  let unread;
  const nearEnd = () => page.scrollHeight - page.scrollTop - page.clientHeight < NEAR;

  page.addEventListener('scroll', () => { button.hidden ||= nearEnd(); });
  button.addEventListener('click', () => {
    unread.tabIndex = -1;
    unread.focus({ preventScroll: true });
    unread.scrollIntoView({ block: 'start' });
    button.hidden = true;
  });

  return {
    toEnd: () => page.scrollTo(0, page.scrollHeight),
    arrive(entry) {
      const near = nearEnd();
      entries.append(entry);
      if (near) return entry.scrollIntoView({ block: 'nearest' });
      if (button.hidden) unread = entry;
      button.hidden = false;
    },
  };
}
