// notes.js is written by `go run ./build`.

import type { Reason } from '../element/trouble.js';

/** By language: what an element says itself. */
export const notes: Readonly<Record<string, Readonly<Record<'loading' | 'show' | 'check' | Reason, string>>>>;
