// A row of the table of many certificates.

/** What view/tablerow.go writes of a certificate, or of a file that could not be read. */
export interface JudgedRow {
  /** the place in its file, from 1, and how many are in it; 0 for a file without a certificate */
  nth: number;
  of: number;
  sha256: string;
  /** of the person or the organization */
  name: string;
  mailbox: string;
  /** RFC 3339 */
  until: string;
  untilText: string;
  /** it has expired */
  over: boolean;
  sign: string;
  encrypt: string;
  /** a state, and its words */
  verdict: string;
  outcome: string;
  /** of the worst finding; empty without one */
  severity: string;
  worst: string;
  errors: number;
  warnings: number;
}

export interface Row extends JudgedRow {
  /** the place of its file among those that were given, from 0 */
  at: number;
  /** the name of its file */
  file: string;
}
