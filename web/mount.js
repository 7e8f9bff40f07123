// Turns the view tree that the program hands over into elements. Every element
// is a clone of a <template> of this page; text goes in as textContent and
// attributes come from one short list, so that nothing in a certificate can
// become markup.

/**
 * A node is the name of a template and the fills of its slots.
 * @typedef {{s?: string, t?: string, a?: [string, string][], c?: TreeNode[], r?: 1}} Fill
 * @typedef {[string, ...Fill[]]} TreeNode
 */

// The same list as allowedAttrs in view/tree.go; a test compares them.
const allowedAttributes = new Set([
  'aria-pressed', 'data-action', 'data-cert', 'data-key', 'data-kind', 'data-length', 'data-n', 'data-offset', 'data-severity', 'data-state', 'data-verdict', 'datetime', 'for', 'id', 'lang', 'open',
]);

/**
 * What the page lies in whose elements these are: the document, or the shadow
 * root of an element in somebody else's page.
 * @typedef {Document | ShadowRoot} Scope
 */

/** By the scope that has them. @type {WeakMap<Scope, Map<string, Element>>} */
const templatesOf = new WeakMap();

/** Has a scope take its templates from here: it holds none. @param {Scope} scope @param {Map<string, Element>} templates */
export function useTemplates(scope, templates) {
  templatesOf.set(scope, templates);
}

/** @param {Scope} scope @param {string} name */
export function template(scope, name) {
  let templates = templatesOf.get(scope);
  if (!templates) templatesOf.set(scope, (templates = new Map()));
  let element = templates.get(name);
  if (!element) {
    const found = scope.getElementById(`t-${name}`);
    const first = found instanceof HTMLTemplateElement ? found.content.firstElementChild : null;
    if (!first) throw new Error(`no template ${name}`);
    templates.set(name, (element = first));
  }
  return element;
}

/** @param {Scope} scope @param {TreeNode} node @returns {Element} */
function build(scope, [name, ...fills]) {
  const clone = /** @type {Element} */ (template(scope, name).cloneNode(true));
  /** @type {Map<string, Element>} */
  const slots = new Map([['', clone]]);
  for (const element of clone.querySelectorAll('[data-slot]')) {
    slots.set(/** @type {HTMLElement} */ (element).dataset.slot ?? '', element);
  }
  for (const { s = '', t, a, c, r } of fills) {
    const element = slots.get(s);
    if (!element) throw new Error(`template ${name} has no slot ${s}`);
    if (r) {
      element.remove();
      continue;
    }
    if (t !== undefined) element.textContent = t;
    for (const [attribute, value] of a ?? []) {
      if (!allowedAttributes.has(attribute)) throw new Error(`attribute ${attribute} is not allowed`);
      element.setAttribute(attribute, value);
    }
    if (c) element.append(...c.map((node) => build(scope, node)));
  }
  return clone;
}

/** The elements of a tree. @param {Scope} scope @param {string} json */
export function elements(scope, json) {
  const fragment = document.createDocumentFragment();
  fragment.append(...JSON.parse(json).map((/** @type {TreeNode} */ node) => build(scope, node)));
  return fragment;
}

/**
 * Replaces the content of an element by the tree. What a person had opened
 * stays open, as far as the new content has an element of the same id. What a
 * script has filled (data-filled), and what the tree says is to stay, stays as a
 * whole where the new content has an element for the same thing (data-key).
 * @param {Element} target
 * @param {string} json
 * @returns {(() => void) | null} to be called when all is in its place, since it has
 *   the page laid out: gives the focus and what was scrolled back. null, and nothing
 *   was changed, where something is to stay that is not there.
 */
export function mount(target, json) {
  const scope = /** @type {Scope} */ (target.getRootNode());
  const fragment = elements(scope, json);

  /** @type {(root: ParentNode, element: Element) => Element | null} */
  const twin = (root, element) => root.querySelector(`[data-key="${CSS.escape(/** @type {HTMLElement} */ (element).dataset.key ?? '')}"]`);
  const staying = [...fragment.querySelectorAll('[data-state="stays"]')];
  if (!staying.every((element) => twin(target, element))) return null;

  /** @type {NodeListOf<HTMLDetailsElement>} */
  const before = target.querySelectorAll('details[id]');
  for (const details of before) {
    const after = fragment.querySelector(`#${CSS.escape(details.id)}`);
    if (after instanceof HTMLDetailsElement) after.open = details.open;
  }
  /** @type {NodeListOf<HTMLElement>} */
  const filled = target.querySelectorAll('[data-filled]');
  const focused = target.contains(scope.activeElement) ? scope.activeElement : null;
  const marked = focused?.closest('[id]');
  const id = marked !== target && marked?.id;
  const focusedSummary = focused?.localName === 'summary';

  const scrolled = [...target.querySelectorAll('[data-filled] *')].filter((element) => element.scrollTop > 0)
    .map((element) => /** @type {const} */ ([element, element.scrollTop]));
  for (const element of filled) twin(fragment, element)?.replaceWith(element);
  for (const element of staying) element.replaceWith(twin(target, element) ?? element);
  target.replaceChildren(fragment);

  return () => {
    for (const [element, top] of scrolled) element.scrollTop = top;
    if (!id) return;
    const element = scope.getElementById(id);
    const again = focusedSummary ? element?.querySelector('summary') : element;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  };
}
