package web

import (
	"fmt"
	"path"
	"strings"
)

// CSP is the content security policy of every page: it may run its own scripts
// and its own WebAssembly, fetch its own files, and nothing else. Trusted Types
// are enforced; the two policies allowed are those that name the Worker's URL and
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

// FrameHeaders are sent in place of those of [Headers] that have the same names,
// with embed.html in each language: any page may show it in a frame, also one that
// isolates itself from other origins.
var FrameHeaders = []Header{
	{"Content-Security-Policy", CSP},
	{"Cross-Origin-Resource-Policy", "cross-origin"},
}

// IsFrame says whether a file of dist/ is sent with [FrameHeaders].
func IsFrame(name string) bool { return path.Base(name) == "embed.html" }

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
