/** Lets the worker in: the policy makes this one address, and there can be no second policy. */
const policy = window.trustedTypes?.createPolicy('scapula', { createScriptURL: () => 'worker.js' });
if (self === top) navigator.serviceWorker?.register(policy?.createScriptURL('') ?? 'worker.js').catch(() => {});
