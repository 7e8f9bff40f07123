// The fields of a certificate: a search that leaves those that hold the words, and
// copying.

/** @param {HTMLInputElement} input */
function search(input) {
  const all = input.closest('.fields');
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  /** @type {NodeListOf<HTMLElement>} */
  const fields = all?.querySelectorAll('.field') ?? document.querySelectorAll(':not(*)');
  for (const field of fields) {
    const text = field.textContent?.toLowerCase() ?? '';
    field.hidden = !words.every((word) => text.includes(word));
    if (!field.hidden) shown++;
  }
  for (const group of all?.querySelectorAll('.field-group') ?? []) {
    /** @type {HTMLElement} */ (group).hidden = !group.querySelector('.field:not([hidden])');
  }
  const output = input.closest('.search')?.querySelector('output');
  if (output) output.textContent = words.length > 0 ? `${shown} / ${fields.length}` : '';
  // So that the search stays when the report is shown anew.
  input.closest('[data-key]')?.toggleAttribute('data-filled', words.length > 0);
}

/** Copies what stands beside the button. @param {HTMLElement} button @param {HTMLElement} status */
async function copy(button, status) {
  const text = [...button.closest('dd')?.querySelectorAll('.value, code') ?? []].at(-1)?.textContent ?? '';
  let said = 'copied';
  try {
    await navigator.clipboard.writeText(text);
    button.dataset.state = said;
  } catch {
    said = 'failed';
  }
  status.textContent = status.dataset[said] ?? '';
}

/** @param {HTMLElement} result @param {HTMLElement} status */
export function tendFields(result, status) {
  result.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'search') search(target);
  });
  result.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-copy]') : null;
    if (button instanceof HTMLElement) copy(button, status);
  });
}
