package web

import (
	"fmt"
	"strings"
)

// CSP is the content security policy of every page: it may run its own scripts
// and its own WebAssembly, fetch its own files, and nothing else. Trusted Types
// are enforced; the two policies allowed are those that name the URLs of Workers and
// the service worker's, which are sinks of their own. A Worker starts from a blob
// (build/adr/0008-worker-from-memory.md) and inherits this policy; the service worker
// is a file (build/adr/0016-offline.md). The build writes it first into <head>, so that it
// holds on hosts that send no headers.
const CSP = "default-src 'none'; " +
	"script-src 'self' 'wasm-unsafe-eval'; " +
	"style-src 'self'; " +
	"img-src 'self'; " +
	"worker-src blob: 'self'; " +
	"connect-src 'self'; " +
	"manifest-src 'self'; " +
	"base-uri 'none'; " +
	"form-action 'none'; " +
	"require-trusted-types-for 'script'; " +
	"trusted-types smime-worker sealglass-offline"

// SingleCSP is the policy of the page as a single file: it has everything in itself
// and may load nothing. scripts and style are the hashes of its scripts and its
// style sheet, as "sha256-" and base64.
func SingleCSP(scripts []string, style string) string {
	return fmt.Sprintf("default-src 'none'; "+
		"script-src '%s' 'wasm-unsafe-eval'; "+
		"style-src '%s'; "+
		"img-src data:; "+
		"worker-src blob:; "+
		"connect-src 'none'; "+
		"base-uri 'none'; "+
		"form-action 'none'; "+
		"require-trusted-types-for 'script'; "+
		"trusted-types smime-worker", strings.Join(scripts, "' '"), style)
}

// Header is one header of a response.
type Header struct{ Name, Value string }

// Headers are sent with every response of the production server, errors
// included. frame-ancestors cannot stand in a <meta>. Every file may be loaded by
// pages of other sites, which are told nothing by it: the element there needs that,
// and so does embed.html in a sandbox, whose origin is nobody's
// (build/adr/0014-frame.md).
var Headers = []Header{
	{"Access-Control-Allow-Origin", "*"},
	{"Content-Security-Policy", CSP + "; frame-ancestors 'none'"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Embedder-Policy", "require-corp"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", permissions},
	{"Referrer-Policy", "no-referrer"},
	{"X-Content-Type-Options", "nosniff"},
}

// CacheControl is that of every file of dist/: names do not change between builds,
// so a browser keeps the file but asks every time whether it is still the same.
const CacheControl = "no-cache"

// OwnHeaders are sent in place of those of [Headers] that have the same names, with
// the file of this name in each language. Any page may show embed.html in a frame,
// also one that isolates itself from other origins. The single file holds its policy
// itself ([SingleCSP]); that of the pages would forbid what it has inside.
var OwnHeaders = map[string][]Header{
	"embed.html": {
		{"Content-Security-Policy", CSP},
		{"Cross-Origin-Resource-Policy", "cross-origin"},
	},
	"sealglass.html": {
		{"Content-Security-Policy", "frame-ancestors 'none'"},
	},
}

// permissions turns off every feature but writing to the clipboard, which the
// button that copies a report needs.
const permissions = "accelerometer=(), autoplay=(), camera=(), " +
	"clipboard-read=(), clipboard-write=(self), display-capture=(), " +
	"encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), " +
	"gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), " +
	"local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), " +
	"picture-in-picture=(), publickey-credentials-create=(), " +
	"publickey-credentials-get=(), screen-wake-lock=(), serial=(), " +
	"storage-access=(), usb=(), window-management=(), " +
	"xr-spatial-tracking=()"
