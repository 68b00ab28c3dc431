/** Keeps the page's files, and whom to call, for when there is no network; never what is said. */
const KEPT = 'scapula-{{version}}';
const FILES = '{{files}}'.split(' ').map(file => new URL(file, location.href).href);
const LONGEST_WAIT = 10_000;

addEventListener('install', event => event.waitUntil(keep()));
addEventListener('activate', event => event.waitUntil(clear()));
addEventListener('fetch', event => {
  const { method, mode, url } = event.request;
  const kept = mode === 'navigate' ? FILES[0] : url;
  if (method === 'GET' && FILES.includes(kept) && !url.includes('/api/')) event.respondWith(load(event.request, kept));
});

async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll(FILES);
  await skipWaiting();
}

async function clear() {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
}

/** @param {Request} request @param {string} kept */
async function load(request, kept) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(LONGEST_WAIT) });
  } catch {
    return await caches.match(kept) ?? Response.error();
  }
}
