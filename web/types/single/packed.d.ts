// packed.js is written by `go run ./build`.

/** Every PackedFile of build.js, one after the other, as one .lzma file in base64. */
export const packed: string;
