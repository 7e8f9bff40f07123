// build.js is written by `go run ./build`.

/** A file of the build: where it is, and what the browser compares it with. */
export interface BuiltFile {
  readonly url: string;
  /** "sha256-" and base64, for fetch() */
  readonly integrity: string;
}

/** In the single file, the same file among those that it has in itself. */
export interface PackedFile {
  /** where it begins in what packed.js holds, unpacked */
  readonly at: number;
  readonly bytes: number;
}

export const build: {
  /** the first 12 hex digits of the SHA-256 over everything the page consists of */
  readonly version: string;
  /** page.wasm */
  readonly page: BuiltFile;
  /** worker.wasm */
  readonly worker: BuiltFile;
  /** worker.js */
  readonly workerScript: BuiltFile;
  /** wasm_exec.js, which comes with Go */
  readonly goScript: BuiltFile;
  /** the address of rules.json */
  readonly rules: string;
  /** card.css */
  readonly cardStyle: BuiltFile;
  /** by language: the markup and the words of an element */
  readonly cards: Readonly<Record<string, BuiltFile>>;
};
