// The JavaScript API in a browser; it shares the programs with the elements.

import { examineAll } from '../api.js';
import { build } from '../build.js';
import { program } from './shared.js';

/** @param {unknown} given @param {Parameters<typeof examineAll>[2]} [options] */
export async function inspect(given, options) {
  return examineAll(program, given, options);
}

/** The catalogue of rules. */
export async function rules() {
  const response = await fetch(build.rules);
  if (!response.ok) throw new Error(`${build.rules}: ${response.status}`);
  return response.json();
}
