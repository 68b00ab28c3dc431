/**
 * @typedef {{ text: string, strong: boolean }} Span
 * @typedef {{ kind: 'paragraph' | 'bullets' | 'steps' | 'quote', lines: Span[][] }} Block
 * @typedef {{ id: string, title: string, year: number | null }} Source
 * @typedef {{ id: string, title: string, blocks: Block[], sources: Source[], reviewed: string }} Answer
 * @typedef {{ label: string, number: string }} Call
 * @typedef {'emergency' | 'urgent' | 'soon' | 'self_care' | 'not_checked' | 'crisis' | 'ask'} Kind
 * @typedef {{ kind: Kind, urgency: string, heading: string, blocks: Block[], call: Call | null }} Card
 * @typedef {{ id: string, label: string, message: string, group?: string | null }} Option
 * @typedef {{ id: string, text: string, kind: 'one' | 'many' | 'free', note?: string | null, options: Option[],
 *             remaining: number }} Question
 * @typedef {'present' | 'absent' | 'unsure'} State
 * @typedef {{ token: string, label: string, state: State, text: string | null,
 *             start: number | null, end: number | null, turn: number }} Finding
 * @typedef {{ language: string, about: 'self' | 'other', findings: Finding[] }} Understood
 * @typedef {{ rule: string, source: string, sources: Source[] }} Reason
 * @typedef {{ label: string, state: State, level: string, text: string }} Change
 * @typedef {{ conversationId: string, turn: number, cards: Card[], lead: Block[], answers: Answer[],
 *             question: Question | null, understood: Understood, because: Reason[], wouldChange: Change[],
 *             summary: { html: string } | null, safety: string, triage: { call: Call } }} Reply
 *
 * @typedef {object} Content what the person typed, tapped or ticked
 * @property {string} [message] missing where options were ticked
 * @property {string[]} [chosen] the ids of the options
 * @typedef {(words: string, content: Content) => void} Say answers with words as they stand on the page, and their content
 *
 * @typedef {object} Envelope
 * @property {string} messageId
 * @property {string} region
 * @property {string} words as they stand on the page; not sent
 * @property {string} [conversationId]
 *
 * @typedef {Envelope & Content} Said one message of the person, as it is sent and, if need be, sent again
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
export function chat({ words: _, ...said }) {
  return replyTo('POST', 'api/chat', said);
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
