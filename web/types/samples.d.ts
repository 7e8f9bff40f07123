// samples.js is written by `go run ./build`.

/** The certificates to try: DER as base64, by the names that the menu has for them. */
export const samples: Readonly<Record<string, string>>;
