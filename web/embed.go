// Package web holds the page as people write it, and the policy that it is
// served under.
//
// What `go run ./build` makes of index.html: it writes it in each language
// (words/page.TAG.json), puts the policy first into <head>, links to the other
// languages into [data-languages], the words of the language into the data block
// #words, an integrity attribute on every script and style sheet, and a
// modulepreload with integrity for every module that they import; start.js and most
// of what it imports are joined into one before. It also writes build.js, the module
// that names the files which the page fetches itself, with their hashes; see
// types/build.d.ts. What element/ imports becomes one module, sealglass.js, as does
// what frame/ imports (embed.js) and for Node what node/ imports
// (sealglass.node.js); the templates and the style become the element's
// (card.TAG.json, card.css).
//
// offline/ becomes serviceworker.js, with the list of all that index.html is made of
// before it; app.webmanifest, made of the page's title and description, lies beside
// index.html.
//
// sealglass.html is index.html with everything inside: one module, in which
// single/get.js takes the place of get.js. An element with data-in="site" is not in
// that file, one with data-in="file" nowhere else.
package web

import "embed"

// Files are the page's files, by their paths below web/.
//
//go:embed *.html *.css *.js *.svg element/*.js element/*.css frame/*.js node/*.js offline/*.js single/*.js sealglass.d.ts custom-elements.json report.schema.json words/*.json
var Files embed.FS
