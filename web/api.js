/**
 * @typedef {{ text: string, strong: boolean }} Span
 * @typedef {{ kind: 'paragraph' | 'bullets' | 'steps' | 'quote', lines: Span[][] }} Block
 * @typedef {{ id: string, title: string, year: number | null }} Source
 * @typedef {{ id: string, title: string, blocks: Block[], sources: Source[], reviewed: string }} Answer
 * @typedef {{ id: string, label: string, message: string }} Option
 * @typedef {{ id: string, text: string, options: Option[] }} Question
 * @typedef {{ label: string, state: 'present' | 'absent' | 'unsure', text: string,
 *             start: number | null, end: number | null, turn: number }} Finding
 * @typedef {{ rule: string, source: string, sources: Source[] }} Reason
 * @typedef {{ conversationId: string, turn: number, lead: Block[], answers: Answer[], question: Question | null,
 *             understood: { findings: Finding[] }, because: Reason[] }} Reply
 *
 * @typedef {object} Said one message of the person, as it is sent and, if need be, sent again
 * @property {string} messageId
 * @property {string} message
 * @property {string} [conversationId]
 * @property {string[]} [chosen] the ids of the tapped options
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
 * @returns {Promise<Reply>}
 */
export async function chat(said) {
  const response = await post('api/chat', { ...said, region: document.documentElement.dataset.region });
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
 * @param {string} url
 * @param {object} body
 */
async function post(url, body) {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
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
