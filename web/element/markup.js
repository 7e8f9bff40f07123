// Makes elements of the markup that the build wrote as data. Where the host page
// enforces Trusted Types a string may not become markup, and this needs none.

/** An element, or a text. @typedef {string | [name: string, attributes: Record<string, string>, ...children: Markup[]]} Markup */

/** @param {Exclude<Markup, string>} markup @param {string} [namespace] @returns {Element} */
export function element([name, attributes, ...children], namespace = 'http://www.w3.org/1999/xhtml') {
  const inside = name === 'svg' ? 'http://www.w3.org/2000/svg' : namespace;
  const made = document.createElementNS(inside, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.map((child) => (typeof child === 'string' ? child : element(child, inside))));
  return made;
}
