package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// newSite serves a folder with a page, a program with its compressed copies and
// a second language, and a file outside of it.
func newSite(t *testing.T) http.Handler {
	t.Helper()
	top := t.TempDir()
	for name, content := range map[string]string{
		"dist/index.html":    "<!doctype html>",
		"dist/de/index.html": "<!doctype html><html lang=de>",
		"dist/page.wasm":     "the program",
		"dist/page.wasm.br":  "br",
		"dist/page.wasm.gz":  "gz",
		"dist/embed.html":    "<!doctype html><title>embed</title>",
		"dist/de/embed.html": "<!doctype html><html lang=de><title>embed</title>",
		"dist/style.css":     "p {}",
		"dist/SHA256SUMS":    "sums",
		"dist/NOTICES.txt":   "notices",
		"secret.html":        "not to be served",
	} {
		file := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(top, "secret.html"), filepath.Join(top, "dist", "link.html")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(filepath.Join(top, "dist"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return site{root.FS()}
}

func ask(handler http.Handler, method, path string, header ...string) *http.Response {
	r := httptest.NewRequest(method, "http://127.0.0.1"+path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w.Result()
}

func TestProductionHeaders(t *testing.T) {
	want := []string{
		"Access-Control-Allow-Origin: *",
		"Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; worker-src blob: 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types smime-worker sealglass-offline; frame-ancestors 'none'",
		"Cross-Origin-Embedder-Policy: require-corp",
		"Cross-Origin-Opener-Policy: same-origin",
		"Cross-Origin-Resource-Policy: same-origin",
		"Permissions-Policy: accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()",
		"Referrer-Policy: no-referrer",
		"X-Content-Type-Options: nosniff",
	}
	ofContent := []string{"Accept-Ranges", "Cache-Control", "Content-Length", "Content-Type", "Etag", "Last-Modified", "Vary"}
	handler := newSite(t)
	for _, path := range []string{"/", "/page.wasm", "/none.html", "/../secret"} {
		header := ask(handler, "GET", path).Header
		var got []string
		for name, values := range header {
			if !slices.Contains(ofContent, name) {
				got = append(got, name+": "+strings.Join(values, ", "))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: headers\n%s\nwant\n%s", path, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// embed.html is for frames of other sites, and has all the other headers.
func TestFrameHeaders(t *testing.T) {
	handler := newSite(t)
	page := ask(handler, "GET", "/").Header
	for _, path := range []string{"/embed.html", "/de/embed.html"} {
		for name, want := range page {
			switch name {
			case "Content-Security-Policy":
				want = []string{strings.TrimSuffix(want[0], "; frame-ancestors 'none'")}
			case "Cross-Origin-Resource-Policy":
				want = []string{"cross-origin"}
			case "Content-Length", "Etag", "Last-Modified":
				continue
			}
			if got := ask(handler, "GET", path).Header[name]; !slices.Equal(got, want) {
				t.Errorf("%s: %s: %q, want %q", path, name, got, want)
			}
		}
	}
}

func TestSite(t *testing.T) {
	tests := []struct {
		method, path, accept string
		status               int
		contentType, body    string
	}{
		{"GET", "/", "", 200, "text/html; charset=utf-8", "<!doctype html>"},
		{"HEAD", "/", "", 200, "text/html; charset=utf-8", ""},
		{"GET", "/de/", "", 200, "text/html; charset=utf-8", "<!doctype html><html lang=de>"},
		{"GET", "/style.css", "br, gzip", 200, "text/css; charset=utf-8", "p {}"},
		{"GET", "/page.wasm", "", 200, "application/wasm", "the program"},
		{"GET", "/page.wasm", "gzip, deflate, br", 200, "application/wasm", "br"},
		{"GET", "/page.wasm", "gzip, br;q=0", 200, "application/wasm", "gz"},
		{"GET", "/page.wasm", "gzip;q=0.0, brotli", 200, "application/wasm", "the program"},
		{"GET", "/SHA256SUMS", "", 200, "text/plain; charset=utf-8", "sums"},
		{"GET", "/NOTICES.txt", "", 200, "text/plain; charset=utf-8", "notices"},
		{"GET", "/page.wasm.br", "", 404, "", ""},
		{"GET", "/none.html", "", 404, "", ""},
		{"GET", "/link.html", "", 404, "", ""},
		{"GET", "/../secret.html", "", 404, "", ""},
		{"GET", "//secret.html", "", 404, "", ""},
		{"POST", "/", "", 405, "", ""},
	}
	handler := newSite(t)
	for _, test := range tests {
		answer := ask(handler, test.method, test.path, "Accept-Encoding", test.accept)
		if answer.StatusCode != test.status {
			t.Errorf("%s %s: status %d, want %d", test.method, test.path, answer.StatusCode, test.status)
			continue
		}
		if test.status != 200 {
			continue
		}
		body, _ := io.ReadAll(answer.Body)
		if got := answer.Header.Get("Content-Type"); got != test.contentType || string(body) != test.body {
			t.Errorf("%s %s (%s): %s %q, want %s %q", test.method, test.path, test.accept, got, body, test.contentType, test.body)
		}
	}
}

func TestFolderWithoutSlash(t *testing.T) {
	answer := ask(newSite(t), "GET", "/de")
	if got := answer.Header.Get("Location"); answer.StatusCode != 301 || got != "/de/" {
		t.Errorf("status %d, location %q; want 301 to /de/", answer.StatusCode, got)
	}
}

// A browser keeps every file and asks whether it is still the same; the answer
// for one encoding must not stand for another.
func TestCaching(t *testing.T) {
	handler := newSite(t)
	tags := make(map[string]string)
	for _, accept := range []string{"", "br", "gzip"} {
		first := ask(handler, "GET", "/page.wasm", "Accept-Encoding", accept)
		if got := first.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%q: Cache-Control %q", accept, got)
		}
		tag := first.Header.Get("ETag")
		if other, twice := tags[tag]; twice || tag == "" {
			t.Errorf("%q has the ETag of %q: %s", accept, other, tag)
		}
		tags[tag] = accept
		again := ask(handler, "GET", "/page.wasm", "Accept-Encoding", accept, "If-None-Match", tag)
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("%q: asked again with its ETag: status %d, want 304", accept, again.StatusCode)
		}
	}
}

func TestServeRefuses(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"--dir", filepath.Join(t.TempDir(), "none")}, "build the page first with: go run ./build"},
		{[]string{"--dir", t.TempDir(), "--addr", "127.0.0.1:x"}, "choose another address with --addr"},
		{[]string{"here"}, `unexpected argument "here"`},
		{[]string{"--frob"}, "flag provided but not defined"},
	}
	for _, test := range tests {
		var stdout, stderr bytes.Buffer
		if status := serve(test.args, &stdout, &stderr); status != 2 {
			t.Errorf("%q: status %d, want 2", test.args, status)
		}
		if !strings.Contains(stderr.String(), test.want) {
			t.Errorf("%q: %q does not say %q", test.args, stderr.String(), test.want)
		}
	}
}
