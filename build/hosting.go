package main

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sealglass/web"
)

// What other servers than ours need to send the same headers, made from the
// policy so that they cannot drift from it (docs/hosting.md).
const (
	netlifyName = "_headers"  // where Netlify and Cloudflare Pages look for it
	apacheName  = ".htaccess" // and Apache
	nginxName   = "hosting/nginx.conf"
	caddyName   = "hosting/Caddyfile"
)

// addHosting adds these files.
func addHosting(files map[string][]byte, languages []language) {
	files[netlifyName] = netlifyHeaders(files, languages)
	files[apacheName] = apacheHeaders()
	files[nginxName] = nginxSite()
	files[caddyName] = caddySite()
}

// isHosting says whether a file is for a server, and is served to nobody.
func isHosting(name string) bool {
	return slices.Contains([]string{netlifyName, apacheName, nginxName, caddyName}, name)
}

// siteHeader is a header with its value for every file but those that have their own.
type siteHeader struct {
	name, value string
	own         map[string]string // by the file
}

func siteHeaders() []siteHeader {
	list := []siteHeader{{name: "Cache-Control", value: web.CacheControl}}
	for _, h := range web.Headers {
		header := siteHeader{h.Name, h.Value, map[string]string{}}
		for file, headers := range web.OwnHeaders {
			for _, o := range headers {
				if o.Name == h.Name {
					header.own[file] = o.Value
				}
			}
		}
		list = append(list, header)
	}
	return list
}

// of is the header's value for a file; "" is every file without headers of its own.
func (h siteHeader) of(file string) string {
	if value, ok := h.own[file]; ok {
		return value
	}
	return h.value
}

// ownFiles are those that have headers of their own.
func ownFiles() []string { return slices.Sorted(maps.Keys(web.OwnHeaders)) }

// netlifyHeaders joins the values of all blocks that fit an address, and has no
// way to leave one out. So a header that differs between files stands in a block
// for each page, and for the service worker; other files run nothing.
func netlifyHeaders(files map[string][]byte, languages []language) []byte {
	out := []byte("# Written by the build. Netlify and Cloudflare Pages read this file by its name.\n/*\n")
	var differing []siteHeader
	for _, h := range siteHeaders() {
		if len(h.own) > 0 {
			differing = append(differing, h)
			continue
		}
		out = fmt.Appendf(out, "  %s: %s\n", h.name, h.value)
	}
	block := func(address, file string) {
		out = fmt.Appendf(out, "/%s\n", address)
		for _, h := range differing {
			out = fmt.Appendf(out, "  %s: %s\n", h.name, h.of(file))
		}
	}
	block("serviceworker.js", "")
	for _, lang := range languages {
		block(lang.path("rules/*"), "")
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".html" || strings.Contains(name, "rules/") {
			continue
		}
		block(name, path.Base(name))
		if folder, ok := strings.CutSuffix(name, "index.html"); ok {
			block(folder, "")
		}
	}
	return out
}

// apacheHeaders need mod_headers, and AllowOverride FileInfo for the folder.
func apacheHeaders() []byte {
	out := []byte("# Written by the build, for Apache with mod_headers.\nAddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n")
	for _, h := range siteHeaders() {
		out = fmt.Appendf(out, "Header always set %s %q\n", h.name, h.value)
	}
	for _, file := range ownFiles() {
		out = fmt.Appendf(out, "<Files %q>\n", file)
		for _, h := range web.OwnHeaders[file] {
			out = fmt.Appendf(out, "  Header always set %s %q\n", h.Name, h.Value)
		}
		out = append(out, "</Files>\n"...)
	}
	return append(out, "<Files \"_headers\">\n  Require all denied\n</Files>\n"...)
}

// nginxSite is a file for the http block: its variables are for one site.
func nginxSite() []byte {
	out := []byte("# Written by the build, for nginx: include it in the http block, with your\n# server_name, root and certificates.\n")
	var headers []byte
	for _, h := range siteHeaders() {
		if len(h.own) == 0 {
			headers = fmt.Appendf(headers, "    add_header %s %q always;\n", h.name, h.value)
			continue
		}
		variable := "$sealglass_" + strings.ToLower(strings.ReplaceAll(h.name, "-", "_"))
		out = fmt.Appendf(out, "map $uri %s {\n    default %q;\n", variable, h.value)
		for _, file := range slices.Sorted(maps.Keys(h.own)) {
			out = fmt.Appendf(out, "    ~/%s$ %q;\n", regexp.QuoteMeta(file), h.own[file])
		}
		out = append(out, "}\n"...)
		headers = fmt.Appendf(headers, "    add_header %s %s always;\n", h.name, variable)
	}
	return fmt.Appendf(out, `server {
    listen 80;
    server_name sealglass.example;
    root /srv/sealglass;
    gzip_static on;
    location ~ \.wasm$ { types { } default_type application/wasm; }
    location ~ \.webmanifest$ { types { } default_type application/manifest+json; }
    location ~ /(_headers$|hosting/|\.ht) { return 404; }
%s}
`, headers)
}

// caddySite has a line for each header, or one for each kind of file. Every
// matcher leaves out the others: Caddy has an order of its own among lines.
func caddySite() []byte {
	var matchers, headers []byte
	kinds := map[string]string{"@page": ""}
	all := ""
	for _, file := range ownFiles() {
		kind := "@" + strings.TrimSuffix(file, ".html")
		kinds[kind] = file
		all += " */" + file
		matchers = fmt.Appendf(matchers, "\t%s path */%s\n", kind, file)
	}
	matchers = fmt.Appendf(matchers, "\t@page not path%s\n", all)
	for _, h := range siteHeaders() {
		if len(h.own) == 0 {
			headers = fmt.Appendf(headers, "\theader %s %q\n", h.name, h.value)
			continue
		}
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			headers = fmt.Appendf(headers, "\theader %s %s %q\n", kind, h.name, h.of(kinds[kind]))
		}
	}
	return fmt.Appendf(nil, `# Written by the build, for Caddy, with your address and root.
sealglass.example {
	root * /srv/sealglass
%s	@hidden path /_headers /.htaccess /hosting/*
	@manifest path *.webmanifest
	header @manifest Content-Type application/manifest+json
%s	error @hidden 404
	file_server {
		precompressed br gzip
	}
}
`, matchers, headers)
}
