// Tables as text (RFC 4180).

/**
 * A cell: in quotes, and with an apostrophe before what a spreadsheet would take
 * for a formula.
 * @param {string | number} value
 */
export function cell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** @param {(string | number)[][]} rows the first has the names of the columns */
export const csv = (rows) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
