package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path"
	"strings"
	"time"

	"sealglass/web"
)

// serve answers requests for the built page with the headers of production,
// until it is interrupted. It returns the exit status.
func serve(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("sealglass serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8080", "`address` to listen on; port 0 takes a free one")
	dir := flags.String("dir", "dist", "`folder` that holds the built page")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "sealglass serve: unexpected argument %q\n", flags.Arg(0))
		return 2
	}
	root, err := os.OpenRoot(*dir)
	if err != nil {
		fmt.Fprintf(stderr, "sealglass serve: %v; build the page first with: go run ./build\n", err)
		return 2
	}
	defer root.Close()
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		fmt.Fprintf(stderr, "sealglass serve: %v; choose another address with --addr\n", err)
		return 2
	}
	fmt.Fprintf(stdout, "Sealglass is on http://%s/ (Ctrl-C stops it)\n", listener.Addr())
	if err := serveUntilInterrupted(listener, site{root.FS()}); err != nil {
		fmt.Fprintf(stderr, "sealglass serve: %v\n", err)
		return 2
	}
	return 0
}

func serveUntilInterrupted(listener net.Listener, handler http.Handler) error {
	interrupted, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	server := http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(interrupted, func() { server.Close() })
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// site answers requests from the files of dist/.
type site struct{ files fs.FS }

// contentTypes are the types of the files that dist/ has, by extension.
var contentTypes = map[string]string{
	"":             "text/plain; charset=utf-8", // SHA256SUMS
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".svg":         "image/svg+xml",
	".ts":          "text/plain; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// encodings are the compressed copies that may lie beside a file, best first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, h := range web.Headers {
		w.Header().Set(h.Name, h.Value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are answered here", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	contentType, known := contentTypes[path.Ext(name)]
	if !known || !fs.ValidPath(name) {
		http.NotFound(w, r)
		return
	}
	if info, err := fs.Stat(s.files, name); err == nil && info.IsDir() {
		http.Redirect(w, r, "/"+name+"/", http.StatusMovedPermanently)
		return
	}
	for _, h := range web.OwnHeaders[path.Base(name)] {
		w.Header().Set(h.Name, h.Value)
	}
	w.Header().Set("Content-Type", contentType)
	s.serveFile(w, r, name)
}

// serveFile answers with the file, or with the best compressed copy that is
// there and accepted.
func (s site) serveFile(w http.ResponseWriter, r *http.Request, name string) {
	header := w.Header()
	header.Set("Cache-Control", web.CacheControl)
	header.Set("Vary", "Accept-Encoding")
	for _, encoding := range encodings {
		if !accepts(r, encoding.name) {
			continue
		}
		if file, info, err := s.open(name + encoding.suffix); err == nil {
			defer file.Close()
			header.Set("Content-Encoding", encoding.name)
			header.Set("ETag", etag(info, encoding.suffix))
			http.ServeContent(w, r, name, info.ModTime(), file)
			return
		}
	}
	file, info, err := s.open(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	header.Set("ETag", etag(info, ""))
	http.ServeContent(w, r, name, info.ModTime(), file)
}

// openFile is what os.Root's files can do.
type openFile interface {
	fs.File
	io.Seeker
}

func (s site) open(name string) (openFile, fs.FileInfo, error) {
	file, err := s.files.Open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	seekable, ok := file.(openFile)
	if err != nil || !ok || info.IsDir() {
		file.Close()
		return nil, nil, fs.ErrNotExist
	}
	return seekable, info, nil
}

// etag changes when the file is written anew, and differs between a file and
// its compressed copies.
func etag(info fs.FileInfo, suffix string) string {
	return fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), suffix)
}

// accepts reports whether the request's Accept-Encoding names the encoding
// without forbidding it (RFC 9110 12.5.3).
func accepts(r *http.Request, encoding string) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			zero := strings.TrimRight(strings.ReplaceAll(weight, " ", ""), "0.")
			return zero != "q="
		}
	}
	return false
}
