// Trusted Types, which TypeScript's description of the DOM does not have.
export {};

declare global {
  /** Absent in browsers without Trusted Types. */
  var trustedTypes: undefined | {
    createPolicy(name: string, rules: { createScriptURL(input: string): string }): {
      /** A TrustedScriptURL, which a Worker takes where it takes a string. */
      createScriptURL(input: string): string;
    };
  };
}
