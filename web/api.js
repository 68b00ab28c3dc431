const LONGEST_WAIT = 30_000;

/** Asks the server; what comes, or why nothing came. @type {AskServer} */
export async function request(method, path, content) {
  try {
    const response = await fetch(`api/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: content && JSON.stringify(content),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    const came = await response.json().catch(() => null);
    const { ok, status, headers } = response;
    return ok ? { came } : { facts: { ...came, status, retryAfter: Number(headers.get('Retry-After')) } };
  } catch {
    return { facts: {} };
  }
}

/** A random id, also on plain http. */
export function newId() {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
