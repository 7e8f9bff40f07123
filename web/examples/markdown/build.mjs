// Makes a page of index.md: node build.mjs SITE OUT

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [site, out] = process.argv.slice(2);
const MarkdownIt = createRequire(new URL('../../test/package.json', import.meta.url))('markdown-it');
const content = new MarkdownIt({ html: true }).render(readFileSync(path.join(site, 'index.md'), 'utf8'));
cpSync(site, out, { recursive: true });
writeFileSync(path.join(out, 'index.html'), `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A guide to email certificates</title>
</head>
<body><main>
${content}</main></body>
</html>
`);
