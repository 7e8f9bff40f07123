// What the build writes before serviceworker.js.
export {};

declare global {
  /** of build.js */
  const version: string;
  /** The files of the page by their addresses below the scope: "sha256-" and base64. */
  const files: Readonly<Record<string, string>>;
}
