// What start.js hands to the program of the page.

/** What the program makes a page of. */
export interface Page {
  /** What its elements are looked up in, by their ids. */
  scope: Document | ShadowRoot;
  /** Where the program says what it is doing (data-state). */
  root: HTMLElement;
  /** False, and nothing was changed, where something is to stay that is not there. */
  mount: (target: Element, json: string) => boolean;
  showBytes: typeof import('../bytes.js').showBytes;
  saveReport: typeof import('../save.js').saveReport;
  take: typeof import('../early.js').take;
  gather: typeof import('../folders.js').gather;
  second: import('../second.js').Asker;
  /** "key\ttext\n" for every word of the page's language */
  words: string;
  /** Shows many files as a table; a page without it shows them as it shows a few. */
  batch?: import('../batch.js').Batch;
  /** Shows the report on the certificate of a row, or two side by side, and leads back to the table. The program sets these. */
  openRows?(rows: { file: Blob; name: string; sha256: string }[]): void;
  closeRow?(): void;
  /** Makes an entry of the browser's history for what is given now, and says its number. An element makes none. */
  enter?(): number;
  /** Makes that entry: the answer is painted, or reading takes long. */
  entered?(): void;
  /** Goes back in the history to the entry with this number. */
  goBack?(n: number): void;
  /** Shows what was shown at an entry; false where that is not in memory any more. The program sets this. */
  revisit?(n: number): boolean;
  /** What the table says of itself. The program sets this. */
  tableText?(what: string, n: number, of: number): string;
  /** How much is shown of each certificate; everything where it is missing. */
  detail?: 'summary' | 'findings' | 'full';
  /** Leaves out what a person could do with an answer: buttons, and the question for an address. */
  readonly?: boolean;
  /** Names no person: neither on the page, nor in what is copied or taken from it. */
  masked?: boolean;
  /** Hears of each answer, and when the last Worker has been heard (`complete`). */
  answered?(complete: boolean): void;
  /** Has files read as if they had been picked; `quiet` leaves the focus where it is. The program sets this. */
  receive?(files: File[], quiet?: boolean): void;
  /** Answers a certificate and has the elements built, but shows nothing, so that the first answer comes sooner. The program sets this. */
  rehearse?(der: Uint8Array, build: (json: string) => void): void;
  /** The report that is shown, as JSON; null where there is none. The program sets this. */
  report?(): string | null;
  /** The n-th certificate that is shown, null where there is none. The program sets this. */
  certificate?(n: number): Certificate | null;
}

/** What scripts need of a certificate that is shown. */
export interface Certificate {
  der: Uint8Array;
  /** every email address, as the certificate has it */
  mailboxes: string[];
  /** the names and addresses of its subject, for people */
  named: string[];
}

/** One call of the JavaScript API. */
export interface Call {
  inputs: { name: string; data: Uint8Array }[];
  asOf: string;
  profile: string;
  proposals: boolean;
  /** overwritten when the call is answered */
  password: Uint8Array;
  secondOpinion: boolean;
  /** in milliseconds since 1970 */
  now: number;
  second: import('../second.js').Asker;
  /** with the report as JSON */
  resolve(json: string): void;
  reject(why: string): void;
}

declare global {
  /** The program is there: this is how to have it make a page, and answer a call. */
  var sealglassPage: { ready(open: (page: Page) => void, examine: (call: Call) => void): void };
}
