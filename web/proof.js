// What lets a person check that the page sends nothing: its policy, which build it
// is, and how many requests there were since it was loaded.

import { build } from './build.js';

/** @param {string} id @param {string} text */
function say(id, text) {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}

/** Shows the policy and the build. */
export function showProof() {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  say('policy', policy?.getAttribute('content') ?? '');
  say('build', build.version);
}

/** Counts what the page asks for from now on: everything that it needs is there. */
export function countRequests() {
  let count = 0;
  say('requests', '0.');
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(({ name }) => /^https?:/.test(name)).length;
    say('requests', `${count}.`);
  }).observe({ type: 'resource' });
}
