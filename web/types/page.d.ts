// What start.js hands to the program of the page.
export {};

declare global {
  var sealglassPage: {
    mount: typeof import('../mount.js').mount;
    showBytes: typeof import('../bytes.js').showBytes;
    take: typeof import('../early.js').take;
    gather: typeof import('../folders.js').gather;
    second: import('../second.js').Second;
    /** "key\ttext\n" for every word of the page's language */
    words: string;
    version: string;
  };
}
