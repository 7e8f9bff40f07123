// Workers start from memory (build/adr/0008-worker-from-memory.md).

const rules = {
  /** The address of a script that is in memory. @param {string} script */
  createScriptURL: (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
};

/** Gives scripts their addresses. @type {typeof rules | undefined} */
let policy;

/** Makes Workers of a script, which stays in memory. @param {string} script */
export function makerOfWorkers(script) {
  const url = (policy ??= globalThis.trustedTypes?.createPolicy('smime-worker', rules) ?? rules).createScriptURL(script);
  return () => new Worker(url);
}
