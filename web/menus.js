// Menus are <details class="menu">: one is open at a time, and Escape or a click
// elsewhere closes it.

/** @param {Element | null} but */
function closeMenus(but) {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const open = document.querySelectorAll('details.menu[open]');
  for (const menu of open) if (menu !== but) menu.open = false;
}

export function tendMenus() {
  document.addEventListener('click', ({ target }) => closeMenus(target instanceof Element ? target.closest('details.menu') : null));
  document.addEventListener('keydown', ({ key, target }) => {
    const menu = target instanceof Element ? target.closest('details.menu[open]') : null;
    if (key !== 'Escape' || !menu) return;
    closeMenus(null);
    menu.querySelector('summary')?.focus();
  });
}
