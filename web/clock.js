// Says beside a moment in UTC what the clock of this device shows then.

/** The zone of this device; asked for once, since that takes a millisecond. */
let zone = '';

/** @param {Element} root */
export function tellLocalTimes(root) {
  const lang = root.closest('[lang]')?.getAttribute('lang') ?? undefined;
  zone ||= Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === 'UTC') return;
  const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  /** @type {NodeListOf<HTMLTimeElement>} */
  const times = root.querySelectorAll('time.local');
  for (const time of times) time.textContent = `(${format.format(new Date(time.dateTime))})`;
}
