// Compares the address that a person uses with those of a certificate. What is
// typed stays in the field: it is neither stored nor sent.

/** @typedef {'same' | 'letters' | 'differs'} Likeness */

/** An example may come with an address; it stands in the first field that is shown next. */
let suggested = '';

/** @param {string} address */
export function suggestAddress(address) {
  suggested = address;
}

/**
 * What was typed, by the field's form; a new mount of the same certificate keeps it.
 * @type {Map<string, string>}
 */
const typed = new Map();

/** The domain as it stands in certificates, in A-labels and lower case. @param {string} domain */
function canonical(domain) {
  if (/[\s/?#:@\\%]/.test(domain)) return domain.toLowerCase();
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain.toLowerCase();
  }
}

/** @param {string} address */
function split(address) {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, at), domain: canonical(address.slice(at + 1)) };
}

/**
 * Compares as RFC 5280 7.5 and RFC 9598 5 say: the domain whatever the case of
 * its letters, what stands before the @ exactly. 'letters' is the same but for
 * the case before the @.
 * @param {string} address @param {string[]} mailboxes @returns {Likeness}
 */
export function compare(address, mailboxes) {
  const wanted = split(address.trim());
  const there = mailboxes.map(split).filter(({ domain }) => domain === wanted.domain);
  if (there.some(({ local }) => local === wanted.local)) return 'same';
  /** @param {string} local */
  const folded = (local) => local.normalize('NFC').toLowerCase();
  return there.some(({ local }) => folded(local) === folded(wanted.local)) ? 'letters' : 'differs';
}

/** @typedef {import('./types/page.js').Page} Page */

/** Says below the field what is to be said of the address in it. @param {HTMLFormElement} form @param {Page} page */
function answer(form, page) {
  const output = /** @type {HTMLOutputElement} */ (form.querySelector('output'));
  const address = form.querySelector('input')?.value.trim() ?? '';
  const mailboxes = address && page.certificate?.(Number(form.dataset.cert))?.mailboxes;
  if (!mailboxes) return output.replaceChildren();
  const state = /.@./.test(address) ? compare(address, mailboxes) : 'incomplete';
  output.dataset.state = state;
  output.textContent = output.dataset[state] ?? '';
}

/** Answers the fields of what was mounted. @param {Element} target @param {Page} page */
export function askAddresses(target, page) {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = target.querySelectorAll('form.address');
  for (const form of forms) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector('input'));
    const key = form.dataset.key ?? '';
    if (suggested) typed.set(key, suggested);
    suggested = '';
    input.value = typed.get(key) ?? '';
    input.addEventListener('input', () => typed.set(key, input.value));
    input.addEventListener('change', () => answer(form, page));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer(form, page);
    });
    answer(form, page);
  }
}
