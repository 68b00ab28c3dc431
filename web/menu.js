import { byId, element } from './element.js';

/** All that was said, as plain text. @param {Turn[]} turns */
function transcript(turns) {
  return turns.map(({ at, said, reply }) =>
    `${new Date(String(at)).toLocaleString('en-GB')}\n\nYou: ${said}\n\nScapula: ${reply.text}\n`).join('\n\n');
}

/** What can be done with the whole conversation; what cannot be taken back has asked first. @type {ConversationMenu} */
export function conversationMenu(menu, acts, turns, tell) {
  /** @type {Record<string, () => void>} */
  const all = {
    data: () => {},
    print: () => print(),
    text() {
      const href = URL.createObjectURL(new Blob([transcript(turns())], { type: 'text/plain' }));
      element('a', { href, download: 'scapula.txt' }).click();
      URL.revokeObjectURL(href);
    },
    copy: () => navigator.clipboard.writeText(transcript(turns())).then(() => tell('copied'), () => tell('uncopied')),
    ...acts,
  };
  for (const [id, act] of Object.entries(all)) {
    byId(id).addEventListener('click', () => {
      menu.hidePopover();
      act();
    });
  }
}
