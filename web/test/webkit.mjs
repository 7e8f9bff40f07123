// Debian's WebKitGTK, driven by WebDriver, on a display of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const needed = { [browser]: 'webkit2gtk-driver', '/usr/bin/WebKitWebDriver': 'webkit2gtk-driver', '/usr/bin/Xvfb': 'xvfb' };

/** How long a page may take for anything that it is asked for, in milliseconds. */
const patience = 120_000;

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** A display that nobody sees. @returns {Promise<{name: string, close: () => void}>} */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [said] = await once(/** @type {import('node:stream').Readable} */ (server.stdio[3]), 'data');
  return { name: `:${String(said).trim()}`, close: () => server.kill() };
}

/**
 * Starts the browser behind a proxy.
 * @param {string} proxy its host and port
 */
export async function launchWebKit(proxy) {
  for (const [file, name] of Object.entries(needed)) if (!existsSync(file)) throw new Error(`no ${file}: install Debian's package ${name}`);
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...process.env, DISPLAY: display.name }, stdio: 'ignore' });

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async function command(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
  while (!await command('GET', '/status').then(({ ready }) => ready, () => false)) await pause(50); // it says nothing when it is there
  const { sessionId } = await command('POST', '/session', {
    capabilities: { alwaysMatch: {
      proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy },
      timeouts: { script: patience, pageLoad: patience },
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    } },
  });
  const session = `/session/${sessionId}`;
  return {
    /** @param {string} url */
    open: (url) => command('POST', `${session}/url`, { url }),
    /** What a function of the page returns, or resolves to. @template T @param {() => T} run @returns {Promise<Awaited<T>>} */
    evaluate: (run) => command('POST', `${session}/execute/async`, { script: `const done = arguments[0]; Promise.resolve((${run})()).then(done)`, args: [] }),
    /** Waits until the function of the page returns something true. @param {string} condition its source */
    until: (condition) => command('POST', `${session}/execute/async`, {
      script: `const done = arguments[0]; const look = () => ((${condition})() ? done(true) : setTimeout(look, 20)); look()`, args: [],
    }),
    /** Chooses files as a person does with the button. @param {string} selector @param {string[]} paths */
    async choose(selector, paths) {
      const element = await command('POST', `${session}/element`, { using: 'css selector', value: selector });
      await command('POST', `${session}/element/${Object.values(element)[0]}/value`, { text: paths.join('\n') });
    },
    async close() {
      await command('DELETE', session);
      driver.kill();
      display.close();
    },
  };
}
