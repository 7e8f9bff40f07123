// The script of the Worker that gives the second opinion. It stands behind
// wasm_exec.js in one blob (web/second.js), is sent the compiled program, and
// then one certificate at a time. With the program of the page it judges one of
// many files at a time (web/batch.js).

// Nothing in here has any business with the network, and the program holds code
// of others that reads hostile input: before it starts, the ways out are gone.
const waysOut = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'importScripts',
  'Worker', 'SharedWorker', 'BroadcastChannel', 'caches', 'indexedDB',
];
for (const name of waysOut) {
  for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) Reflect.deleteProperty(holder, name);
  if (name in self) throw new Error(`${name} is still there`);
}

/**
 * Asks the program about a certificate, and tells what it says while it works:
 * {lint} before each check, {finding} for each finding. Its answer is an object;
 * anything else means that the program has failed.
 * @typedef {(der: Uint8Array, asOf: number | null, heard: (what: object) => void) => unknown} Ask
 */

/** @type {Ask} */
let ask = () => undefined;

/**
 * Opens a file, with a password where one is needed. Its answer is an object;
 * anything else means that the program has failed.
 * @typedef {(kind: string, data: Uint8Array, password: Uint8Array) => unknown} Open
 */

/** @type {Open} */
let open = () => undefined;

/**
 * Finds who stands behind certificates, at a time in milliseconds. Its answer is
 * an array; anything else means that the program has failed.
 * @typedef {(certificates: Uint8Array[], at: number) => unknown} Chains
 */

/** @type {Chains} */
let chains = () => undefined;

/**
 * Says what revocation lists say of certificates, of which `issuers` are the
 * indices of those that signed them. Its answer is an array; anything else means
 * that the program has failed.
 * @typedef {(lists: object[], certificates: Uint8Array[], issuers: number[], at: number) => unknown} Revocation
 */

/** @type {Revocation} */
let revocation = () => undefined;

/**
 * Judges one of many files: the program of the page does (wasm/page/clerk.go).
 * `heard` is told {rows}, {open} or {done}.
 * @typedef {(file: Blob | null, name: string, opened: object | null | undefined, heard: (what: object) => void) => void} Judge
 */

/** @type {Judge} */
let judge = () => {};

/** By what is judged. @type {object} */
let settings;

/** @type {WebAssembly.Memory} */
let memory;

/** @param {WebAssembly.Module} program */
async function start(program) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(program, go.importObject);
  memory = /** @type {WebAssembly.Memory} */ (instance.exports.mem);
  globalThis.sealglassWorker = {
    ready(answer, version, opener, finder, checker) {
      ask = answer;
      open = opener;
      chains = finder;
      revocation = checker;
      postMessage({ ready: true, version });
    },
    judges(make) {
      judge = make(settings);
      postMessage({ ready: true });
    },
  };
  await go.run(instance);
  postMessage({ dead: true });
}

/** @param {{id: number, der: Uint8Array, asOf: number | null}} question */
function answer({ id, der, asOf }) {
  const done = ask(der, asOf, (what) => postMessage({ id, ...what }));
  postMessage(typeof done === 'object' && done ? { id, done, memory: memory.buffer.byteLength } : { dead: true });
}

onmessage = ({ data }) => {
  if (data.judge) {
    const { file, name, opened } = data.judge;
    return judge(file, name, opened, (what) => postMessage({ id: data.id, memory: memory.buffer.byteLength, ...what }));
  }
  if (data.open) return postMessage({ answered: open(data.open.kind, data.open.data, data.open.password) ?? null });
  if (data.chains) return postMessage({ answered: chains(data.chains.certificates, data.chains.at) ?? null });
  if (data.revocation) {
    const { lists, certificates, issuers, at } = data.revocation;
    return postMessage({ answered: revocation(lists, certificates, issuers, at) ?? null });
  }
  if (!data.program) return answer(data);
  settings = data.settings;
  start(data.program).catch((error) => {
    console.error(error);
    postMessage({ dead: true });
  });
};
