// The rows of a table of many certificates: which are shown, and in which order.

/** @typedef {import('./types/row.js').Row} Row */
/** @typedef {'file' | 'mailbox' | 'until' | 'sign' | 'encrypt' | 'worst'} Column */

/** How many rows a table holds. */
export const maxRows = 100_000;

const verdicts = ['trouble', 'not-email', 'unknown', 'remarks', 'ready'];
const severities = ['error', 'warning', 'notice', ''];

/** Whether something is wrong with what a row stands for. @param {Row} row */
export const hasProblem = (row) => row.verdict !== 'ready';

/** By what a column is sorted. @type {Record<Column, (row: Row) => string>} */
const keys = {
  file: (row) => row.file.toLowerCase(),
  mailbox: (row) => row.mailbox.toLowerCase(),
  until: (row) => row.until,
  sign: (row) => row.sign,
  encrypt: (row) => row.encrypt,
  worst: (row) => `${verdicts.indexOf(row.verdict)}${severities.indexOf(row.severity)}${row.worst}`,
};

/**
 * Adds to a list what fits in; false where something did not.
 * @template T @param {T[]} list @param {T[]} more @param {number} most how many the list holds
 */
export function addUpTo(list, more, most) {
  const fits = more.slice(0, Math.max(0, most - list.length));
  for (const one of fits) list.push(one);
  return fits.length === more.length;
}

/** The order in which they were given. @param {Row} a @param {Row} b */
const asGiven = (a, b) => a.at - b.at || a.nth - b.nth;

/**
 * The rows to show: those with the text in them, in the order of a column.
 * @param {Row[]} rows
 * @param {{text: string, problems: boolean, column: Column | null, down: boolean}} how
 * @returns {Row[]}
 */
export function arrange(rows, { text, problems, column, down }) {
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter((row) => (!problems || hasProblem(row)) && (wanted === '' || contains(row, wanted)));
  if (!column) return shown.sort(asGiven);
  const key = keys[column];
  const keyed = shown.map((row) => ({ key: key(row), row }));
  const sign = down ? -1 : 1;
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : asGiven(a.row, b.row)));
  return keyed.map(({ row }) => row);
}

/** @param {Row} row @param {string} wanted */
const contains = (row, wanted) =>
  [row.file, row.name, row.mailbox, row.untilText, row.outcome, row.worst].some((text) => text.toLowerCase().includes(wanted));
