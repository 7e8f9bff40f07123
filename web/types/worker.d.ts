// What worker.js hands to the program of the Worker.
export {};

declare global {
  var sealglassWorker: {
    /** The program is there: this is how to ask it, zlint's version, how to have a file opened, chains looked for, and revocation lists asked. */
    ready(
      answer: (der: Uint8Array, asOf: number | null, heard: (what: object) => void) => unknown,
      version: string,
      opener: (kind: string, data: Uint8Array, password: Uint8Array) => unknown,
      finder: (certificates: Uint8Array[], at: number) => unknown,
      checker: (lists: object[], certificates: Uint8Array[], issuers: number[], at: number) => unknown,
    ): void;
    /** The program of the page is there: this is how to make it judge files by settings. */
    judges(
      make: (settings: object) => (file: Blob | null, name: string, opened: object | null | undefined, heard: (what: object) => void) => void,
    ): void;
  };
}
