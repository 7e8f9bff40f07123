package main

import (
	"crypto/sha256"
	"encoding/base64"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A rendered page asks for nothing else, runs nothing, and its own policy lets
// its style sheet through.
func TestRenderStandsAlone(t *testing.T) {
	status, page, stderr := call("", "render", zlintFile(t, faulty))
	if status != 0 || stderr != "" {
		t.Fatalf("status %d: %s", status, stderr)
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var policy, style string
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Script, atom.Link, atom.Img, atom.Template, atom.Button, atom.Iframe, atom.Object:
			t.Errorf("the page holds <%s>", n.Data)
		case atom.Style:
			style = n.FirstChild.Data
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" || a.Key == "style" {
				t.Errorf("<%s> has the attribute %s", n.Data, a.Key)
			}
			if a.Key == "http-equiv" {
				policy = n.Attr[1].Val
			}
		}
	}
	sum := sha256.Sum256([]byte(style))
	if want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; policy != want {
		t.Errorf("policy %q, want %q", policy, want)
	}
	sheet, err := os.ReadFile("../../web/style.css")
	if err != nil {
		t.Fatal(err)
	}
	if style != string(sheet) {
		t.Error("the style sheet is not that of the page")
	}
	if regexp.MustCompile(`url\(|@import`).MatchString(style) {
		t.Error("the style sheet asks for other files")
	}
}

func TestRenderViews(t *testing.T) {
	parts := []string{`<dl class="facts"`, `<section class="findings part"`, `<section class="fields part"`}
	for i, view := range []string{"summary", "findings", "full"} {
		_, page, _ := call("", "render", "--view", view, zlintFile(t, faulty))
		for j, part := range parts {
			if strings.Contains(page, part) != (j <= i) {
				t.Errorf("%s: holds %s: %v", view, part, j > i)
			}
		}
		for _, want := range []string{`<html lang="en"`, "<title>aiaWithIPAddress.pem</title>", `data-slot="source">aiaWithIPAddress.pem<`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page does not hold %s", view, want)
			}
		}
	}
}

func TestRenderRefuses(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{nil, "name one file"},
		{[]string{"a", "b"}, "name one file"},
		{[]string{"--view", "bytes", "a"}, "--view bytes is not known"},
		{[]string{"--lang", "xx", "a"}, `there are no words in the language "xx": write one of `},
		{[]string{"--lang", "../en", "a"}, "there are no words"},
	}
	for _, test := range tests {
		status, stdout, stderr := call("", append([]string{"render"}, test.args...)...)
		if status != 2 || stdout != "" || !strings.Contains(stderr, test.want) {
			t.Errorf("%q: status %d, %q, %q; want %q", test.args, status, stdout, stderr, test.want)
		}
	}
}

// What could not be read has a page that says so.
func TestRenderUnreadable(t *testing.T) {
	status, page, stderr := call("hello", "render", "-")
	if status != 2 || !strings.Contains(page, "This text holds no certificate.") || !strings.Contains(stderr, "This text holds no certificate.") {
		t.Errorf("status %d\n%s\n%s", status, page, stderr)
	}
}

// With --no-pii nobody is named, and everything else is shown.
func TestRenderNoPII(t *testing.T) {
	file := zlintFile(t, "smime/individual_validated_with_matching_country.pem")
	_, whole, _ := call("", "render", file)
	status, page, stderr := call("", "render", "--no-pii", file)
	if status != 0 || stderr != "" {
		t.Fatalf("status %d: %s", status, stderr)
	}
	if !strings.Contains(whole, "@") || strings.Contains(page, "@example") || !strings.Contains(page, "[hidden]") {
		t.Error("an address is shown, or nothing is hidden")
	}
	if !strings.Contains(page, `<section class="fields part"`) {
		t.Error("the fields are not shown")
	}
}
