// The parts of a report on a certificate (findings, fields, bytes …). On a wide
// screen they are tabs, of which one is seen; on a narrow one, in print and
// without this script each is a <details>. Which are seen is the same for all
// certificates of an answer, and is remembered nowhere else.

import { template } from './mount.js';

/** The width from which the parts are tabs; the same as in style.css. */
const wide = matchMedia('(min-width: 48rem)');

/**
 * By the page: the part that is seen as a tab, and those that are open as <details>.
 * @type {WeakMap<Node, {current: string, open: Set<string>}>}
 */
const choices = new WeakMap();

/** @param {Node} node */
function chosen(node) {
  const scope = node.getRootNode();
  let choice = choices.get(scope);
  if (!choice) choices.set(scope, (choice = { current: 'findings', open: new Set(['findings']) }));
  return choice;
}

/** @param {Element} part its name is the first of its classes */
const nameOf = (part) => part.classList[0] ?? '';

/** @param {Element} article */
const partsOf = (article) => /** @type {HTMLElement[]} */ ([...article.children].filter((part) => part.localName === 'section'));

/** @param {HTMLElement} part @param {HTMLElement | undefined} tab @param {ReturnType<typeof chosen>} choice */
function apply(part, tab, { current, open }) {
  const name = nameOf(part);
  const selected = name === current;
  part.toggleAttribute('data-current', selected);
  tab?.setAttribute('aria-selected', String(selected));
  if (tab) tab.tabIndex = selected ? 0 : -1;
  const details = part.querySelector('details');
  const summary = part.querySelector('summary');
  if (details?.parentElement !== part || !summary) return;
  details.open = wide.matches || open.has(name);
  if (wide.matches) {
    part.setAttribute('role', 'tabpanel');
    if (tab) part.setAttribute('aria-labelledby', tab.id);
    summary.tabIndex = -1;
  } else {
    part.removeAttribute('role');
    part.removeAttribute('aria-labelledby');
    summary.removeAttribute('tabindex');
  }
}

/** @param {ParentNode & Node} root */
function applyAll(root) {
  const choice = chosen(root);
  for (const article of root.querySelectorAll('article[data-tabs]')) {
    const tabs = article.querySelector('.tabs')?.children ?? [];
    partsOf(article).forEach((part, i) => apply(part, /** @type {HTMLElement} */ (tabs[i]), choice));
  }
}

/** @param {import('./mount.js').Scope} scope @param {Element} article @param {number} n */
function addTabs(scope, article, n) {
  const parts = partsOf(article);
  const list = /** @type {HTMLElement} */ (template(scope, 'tabs').cloneNode(true));
  for (const part of parts) {
    const tab = /** @type {HTMLElement} */ (template(scope, 'tab').cloneNode(true));
    part.id ||= `part-${n}-${nameOf(part)}`;
    tab.id = `tab-${n}-${nameOf(part)}`;
    tab.setAttribute('aria-controls', part.id);
    tab.append(...[...part.querySelector('h3')?.childNodes ?? []].map((node) => node.cloneNode(true)));
    list.append(tab);
    part.querySelector('details')?.addEventListener('toggle', ({ target }) => {
      if (wide.matches || !(target instanceof HTMLDetailsElement)) return;
      const { open } = chosen(target);
      if (target.open) open.add(nameOf(part));
      else open.delete(nameOf(part));
    });
  }
  parts[0]?.before(list);
  article.toggleAttribute('data-tabs', true);
}

/** Gives tabs to what was mounted; what lies inside a part has none. @param {Element} target */
export function arrangeParts(target) {
  if (target.closest('.part')) return;
  const scope = /** @type {import('./mount.js').Scope} */ (target.getRootNode());
  scope.querySelectorAll('article.certificate:not(.problem)').forEach((article, n) => {
    if (!article.hasAttribute('data-tabs') && partsOf(article).length > 1) addTabs(scope, article, n);
  });
  applyAll(scope);
}

/** The tab that has the focus, to be given it again after a mount. @param {Element} target */
export function focusedTab(target) {
  const scope = /** @type {import('./mount.js').Scope} */ (target.getRootNode());
  const id = scope.activeElement?.getAttribute('role') === 'tab' ? scope.activeElement.id : '';
  return () => {
    if (id) scope.getElementById(id)?.focus({ preventScroll: true });
  };
}

/** @param {string} name @param {ParentNode & Node} root */
function show(name, root) {
  const choice = chosen(root);
  choice.current = name;
  choice.open.add(name);
  applyAll(root);
}

/** Brings the part into sight that an element is in. @param {Element} element */
export function reveal(element) {
  const part = element.closest('.part');
  if (part) show(nameOf(part), /** @type {import('./mount.js').Scope} */ (element.getRootNode()));
}

/** @param {string} key @param {number} at @param {number} count @returns {number | undefined} */
function moved(key, at, count) {
  switch (key) {
    case 'ArrowRight': return (at + 1) % count;
    case 'ArrowLeft': return (at + count - 1) % count;
    case 'Home': return 0;
    case 'End': return count - 1;
  }
}

/** Listens to tabs, to the width of the screen and to links to a finding. @param {HTMLElement} result */
export function tendParts(result) {
  /** @param {HTMLElement} tab */
  const select = (tab) => {
    const name = tab.id.replace(/^tab-\d+-/, '');
    show(name, result);
    tab.focus();
  };
  result.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest('[role=tab]') : null;
    if (tab instanceof HTMLElement) select(tab);
  });
  result.addEventListener('keydown', (event) => {
    const tab = event.target instanceof Element && event.target.matches('[role=tab]') ? event.target : null;
    const tabs = /** @type {HTMLElement[]} */ ([...tab?.parentElement?.children ?? []]);
    const next = tabs[moved(event.key, tabs.findIndex((other) => other === tab), tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    select(next);
  });
  wide.addEventListener('change', () => applyAll(result));
  addEventListener('hashchange', () => {
    const finding = document.getElementById(location.hash.slice(1));
    if (!(finding instanceof HTMLDetailsElement) || !result.contains(finding)) return;
    reveal(finding);
    finding.open = true;
    finding.scrollIntoView();
  });
}
