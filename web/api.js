/**
 * @typedef {{ text: string, strong: boolean }} Span
 * @typedef {{ kind: 'paragraph' | 'bullets' | 'steps' | 'quote', lines: Span[][] }} Block
 * @typedef {{ id: string, title: string, year: number | null }} Source
 * @typedef {{ id: string, title: string, blocks: Block[], sources: Source[], reviewed: string }} Answer
 * @typedef {{ id: string, label: string, message: string }} Option
 * @typedef {{ id: string, text: string, options: Option[] }} Question
 * @typedef {'present' | 'absent' | 'unsure'} State
 * @typedef {{ token: string, label: string, state: State, text: string | null,
 *             start: number | null, end: number | null, turn: number }} Finding
 * @typedef {{ language: string, about: 'self' | 'other', findings: Finding[] }} Understood
 * @typedef {{ rule: string, source: string, sources: Source[] }} Reason
 * @typedef {{ conversationId: string, turn: number, lead: Block[], answers: Answer[], question: Question | null,
 *             understood: Understood, because: Reason[] }} Reply
 *
 * @typedef {object} Said one message of the person, as it is sent and, if need be, sent again
 * @property {string} messageId
 * @property {string} message
 * @property {string} [conversationId]
 * @property {string[]} [chosen] the ids of the tapped options
 *
 * @typedef {object} Correction one finding as the person says it is
 * @property {string} conversationId
 * @property {string} token
 * @property {State} state
 */

const LONGEST_WAIT = 30_000;

/** Why a message has no answer, in the server's words where it gave any. */
export class Problem extends Error {
  /** @param {{ status?: number, detail?: string, safety?: string, retryAfter?: number }} facts */
  constructor({ status, detail, safety, retryAfter }) {
    super(`no answer, status ${status}`);
    this.status = status;
    this.detail = detail;
    this.safety = safety;
    this.retryAfter = retryAfter;
  }
}

/**
 * Sends one message. The same `messageId` sent again gets the same reply, so that trying again is safe.
 * @param {Said} said
 */
export function chat(said) {
  return replyTo('POST', 'api/chat', { ...said, region: document.documentElement.dataset.region });
}

/**
 * Corrects what was understood. It says how things are, so that trying again is safe.
 * @param {Correction} correction
 */
export function correct({ conversationId, token, state }) {
  const [conversation, finding] = [conversationId, token].map(encodeURIComponent);
  return replyTo('PUT', `api/conversations/${conversation}/findings/${finding}`, { state });
}

/**
 * @param {string} method
 * @param {string} url
 * @param {object} content
 * @returns {Promise<Reply>}
 */
async function replyTo(method, url, content) {
  const response = await send(method, url, content);
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body;
  throw new Problem({
    status: response.status,
    detail: body?.detail,
    safety: body?.safety,
    retryAfter: Number(response.headers.get('Retry-After')),
  });
}

/**
 * @param {string} method
 * @param {string} url
 * @param {object} content
 */
async function send(method, url, content) {
  try {
    return await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(content),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
  } catch {
    throw new Problem({});
  }
}

/** A random id in the form of a UUID; `crypto.randomUUID` is missing on plain http. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
