/** The chat in another site: see src/docs/embed/. */
const LOOKS = ['accent', 'paper', 'ink', 'font-size', 'corner'];
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`:host { display: grid; height: 40rem; max-height: 100vh }
:host > * { grid-area: 1 / 1; width: 100%; height: 100%; border: 0 }
iframe { visibility: hidden }`);

customElements.define('scapula-chat', class extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const frame = Object.assign(document.createElement('iframe'), {
      title: 'Chat about upper-back pain',
      src: new URL(`.?embedded&region=${this.getAttribute('region') ?? ''}`, import.meta.url),
      loading: 'lazy',
      allow: 'clipboard-write',
      // A call is a popup, as is the summary.
      sandbox: 'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox',
    });
    const words = document.createElement('p');
    words.append('If this could be an emergency, call your local emergency number now.', document.createElement('slot'));

    const dress = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        frame.style.visibility = 'visible';
        words.remove();
      };
      const style = getComputedStyle(this);
      const looks = LOOKS.map(look => style.getPropertyValue(`--scapula-${look}`));
      frame.contentWindow?.postMessage(looks, new URL(frame.src).origin, [port2]);
    };
    frame.onload = dress;
    matchMedia('(prefers-color-scheme: dark)').onchange = dress;

    this.style.height = this.getAttribute('height') ?? '';
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets.push(SHEET);
    root.append(words, frame);
  }
});
