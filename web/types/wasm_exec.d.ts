// wasm_exec.js comes with Go; importing it defines Go in the global scope.
export {};

declare global {
  class Go {
    argv: string[];
    env: Record<string, string>;
    importObject: WebAssembly.Imports;
    exited: boolean;
    run(instance: WebAssembly.Instance): Promise<void>;
    /** Lets the program go on after an event. */
    _resume(): void;
  }
}
