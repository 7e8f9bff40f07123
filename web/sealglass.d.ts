// sealglass.js, and in Node sealglass.node.js. What follows SealglassCard is made
// from the report's schema.

/** A text (PEM with anything around it, base64, hex, a mail), or the bytes of a file. */
export type Content = string | ArrayBuffer | ArrayBufferView | Blob;

/** One thing to read; the name is only repeated in the report. A File has a name of its own. */
export type Source = Content | { name?: string; data: Content };

/** How to judge; everything may be left out. */
export interface Options {
  /** the day whose rules apply: 'issued' (default: of each certificate's notBefore), 'today', or a date as '2025-07-16' */
  asOf?: string;
  /** 'auto' (default: as its policy says), or 'mailbox', 'organization', 'sponsor', 'individual', with '-legacy', '-multipurpose' or '-strict' after it */
  profile?: string;
  /** check rules that are only proposed as well */
  proposals?: boolean;
  /** of a PKCS#12 file */
  password?: string;
  /** ask zlint as well, default true */
  secondOpinion?: boolean;
  /** when the certificates are looked at, default now */
  now?: Date;
}

/**
 * Reads what it is given and reports on it as `sealglass inspect --json` does.
 * What cannot be read has its reason in the report; the promise is rejected where
 * an option is not known, or the program cannot run.
 */
export function inspect(input: Source | Source[], options?: Options): Promise<Report>;

/** The catalogue: what rules.json holds. */
export function rules(): Promise<{ rules: Rule[]; [member: string]: unknown }>;

/** One rule of the catalogue, by its stable id. */
export interface Rule {
  rule: string;
  title: string;
  [member: string]: unknown;
}

/** What `sealglass-result` says: of the first certificate, and the whole report. */
export interface ResultDetail {
  verdict: Certificate['verdict'];
  /** the findings by severity */
  counts: Record<Finding['severity'], number>;
  model: Report;
  /** whether zlint and the search for chains have been heard; the event comes again when they have */
  complete: boolean;
}

/** What `sealglass-error` says: why no certificate is shown. */
export interface ErrorDetail {
  /** of an input's error in the report, or 'wasm', 'download', 'crash', 'none', 'source', 'failed' */
  code: string;
  message: string;
}

/** What `sealglass-finding-select` says: which finding a person opened. */
export interface FindingDetail {
  rule: string;
  /** the SHA-256 of its certificate */
  certificate: string | undefined;
  finding: Finding | undefined;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sealglass-result': CustomEvent<ResultDetail>;
    'sealglass-error': CustomEvent<ErrorDetail>;
    'sealglass-finding-select': CustomEvent<FindingDetail>;
  }
  interface HTMLElementTagNameMap {
    'sealglass-card': SealglassCard;
    'sealglass-drop': SealglassDrop;
  }
}

/**
 * <sealglass-card>, in browsers only. With the attribute `no-pii` it names nobody:
 * whatever a certificate says of its subject is shown as "[hidden]", and so is
 * every mail address, also in what is copied or downloaded, in the events and in
 * `report`; the bytes are not shown. The issuer, the serial number, the fingerprints
 * and the key stay: who has the certificate can tell by them which one it is. The
 * certificate itself stands in the page as before.
 */
export class SealglassCard extends HTMLElement {
  /** The report that is shown, null until there is one. */
  readonly report: Report | null;
  /** Shows the certificate now, or anew, whatever the attribute `lazy` says. */
  show(): Promise<void>;
}

/** <sealglass-drop>: a card that takes files and shows everything. */
export class SealglassDrop extends SealglassCard {}
