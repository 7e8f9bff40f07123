// Light or dark: as the device says, or as chosen, for as long as the page is open.

export function tendTheme() {
  const theme = document.getElementById('theme');
  theme?.addEventListener('change', () => {
    document.documentElement.dataset.theme = /** @type {HTMLSelectElement} */ (theme).value;
  });
}
