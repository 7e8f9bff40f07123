// The JavaScript API: what `inspect` of sealglass.d.ts does, for any system that
// can run the programs.

/** @typedef {import('./types/page.js').Call} Call */
/** @typedef {{examine: (call: Call) => void, second: import('./second.js').Second}} Programs */

/** @param {unknown} given @returns {Promise<Call['inputs'][number]>} */
async function inputOf(given) {
  if (typeof given === 'string') return { name: '', data: new TextEncoder().encode(given) };
  if (given instanceof Blob) return { name: 'name' in given ? String(given.name) : '', data: new Uint8Array(await given.arrayBuffer()) };
  if (given instanceof ArrayBuffer) return { name: '', data: new Uint8Array(given) };
  if (ArrayBuffer.isView(given)) return { name: '', data: new Uint8Array(given.buffer, given.byteOffset, given.byteLength) };
  if (typeof given === 'object' && given && 'data' in given) {
    const { data } = await inputOf(given.data);
    return { name: 'name' in given ? String(given.name) : '', data };
  }
  throw new TypeError('an input is a text, bytes, a Blob, or {name, data}');
}

/**
 * Reports on one input, or on several in an array.
 * @param {() => Promise<Programs>} programs
 * @param {unknown} given
 * @param {{asOf?: string, profile?: string, proposals?: boolean, password?: string, secondOpinion?: boolean, now?: Date}} [options]
 */
export async function examineAll(programs, given, options = {}) {
  const { asOf = 'issued', profile = 'auto', proposals = false, password = '', secondOpinion = true, now = new Date() } = options;
  const inputs = await Promise.all((Array.isArray(given) ? given : [given]).map(inputOf));
  const { examine, second } = await programs();
  const asker = second.asker();
  const secret = new TextEncoder().encode(password);
  try {
    return JSON.parse(await new Promise((resolve, reject) => examine({
      inputs, asOf, profile, proposals, password: secret, secondOpinion, now: now.getTime(), second: asker,
      resolve, reject: (why) => reject(new Error(why)),
    })));
  } finally {
    secret.fill(0);
  }
}
