// Menus are <details class="menu">: one is open at a time, and a choice, Escape or
// a click elsewhere closes it.

/** @param {Element | null} but */
function closeMenus(but) {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const open = document.querySelectorAll('details.menu[open]');
  for (const menu of open) if (menu !== but) menu.open = false;
}

/** Closes the menu that an element is in, and leaves the focus at its name. @param {EventTarget | null} target @param {string} within */
function leave(target, within) {
  const menu = target instanceof Element && target.closest(within) ? target.closest('details.menu[open]') : null;
  if (!menu) return;
  closeMenus(null);
  menu.querySelector('summary')?.focus();
}

export function tendMenus() {
  document.addEventListener('click', ({ target }) => {
    closeMenus(target instanceof Element ? target.closest('details.menu') : null);
    leave(target, '.menu li button');
  });
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape') leave(target, '.menu');
  });
}
