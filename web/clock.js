// Says beside a moment in UTC what the clock of this device shows then.

/** Asked for once, since that takes a millisecond. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** @param {Element} root */
export function tellLocalTimes(root) {
  const lang = root.closest('[lang]')?.getAttribute('lang') ?? undefined;
  if (timeZone === 'UTC') return;
  const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  /** @type {NodeListOf<HTMLTimeElement>} */
  const times = root.querySelectorAll('time.local');
  for (const time of times) time.textContent = `(${format.format(new Date(time.dateTime))})`;
}
