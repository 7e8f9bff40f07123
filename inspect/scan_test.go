package inspect

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"
)

// dress is a text around certificates, as some program or person writes it.
type dress struct {
	name string
	kind Kind
	text func(s samples) string
	want func(s samples) [][]byte // nil: the first sample alone
}

func both(s samples) [][]byte { return [][]byte{s.cert, s.other} }

func b64(der []byte) string { return base64.StdEncoding.EncodeToString(der) }

func lines(text, before, after string) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		b.WriteString(before + line + after)
	}
	return b.String()
}

func onePEM(s samples) string { return pemOf("CERTIFICATE", s.cert) }

func body(s samples) string { return wrap(b64(s.cert), 64, "\n") }

// dresses: every one holds the same certificate, or the same two.
var dresses = []dress{
	{"quoted twice in a mail", PEM, func(s samples) string { return lines(onePEM(s), "> > ", "\n") }, nil},
	{"quoted with a bar", PEM, func(s samples) string { return lines(onePEM(s), "| ", "\n") }, nil},
	{"commented out", PEM, func(s samples) string { return lines(onePEM(s), "# ", "\n") }, nil},
	{"commented out as in C", PEM, func(s samples) string { return lines(onePEM(s), " * ", "\n") }, nil},
	{"every second line blank", PEM, func(s samples) string { return lines(onePEM(s), "", "\n\n") }, nil},
	{"no-break spaces", PEM, func(s samples) string { return lines(onePEM(s), "\u00a0", "\u00a0\n") }, nil},
	{"zero width spaces", PEM, func(s samples) string { return lines(onePEM(s), "", "\u200b\n") }, nil},
	{"byte order mark between two", PEM, func(s samples) string { return "\ufeff" + onePEM(s) + "\ufeff" + pemOf("CERTIFICATE", s.other) }, both},
	{"utf-16 big endian", PEM, func(s samples) string { return swapped(utf16le(onePEM(s))) }, nil},
	{"utf-16 without a mark", PEM, func(s samples) string { return utf16le("Bag Attributes\n" + onePEM(s))[2:] }, nil},
	{"utf-16 big endian without a mark", PEM, func(s samples) string { return swapped(utf16le(onePEM(s)))[2:] }, nil},
	{"openssl s_client", PEM, func(s samples) string {
		return "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = x\n" + onePEM(s) + " 1 s:CN = y\n" + pemOf("CERTIFICATE", s.other) + "---\nMaster-Key: 30820AFF\n"
	}, both},
	{"openssl bag attributes", PEM, func(s samples) string {
		return "Bag Attributes\n    localKeyID: 30 82 AF\n    friendlyName: x\nsubject=CN = x\n\nissuer=CN = x\n\n" + onePEM(s)
	}, nil},
	{"end line lost, text behind", PEM, func(s samples) string {
		return onePEM(s)[:strings.Index(onePEM(s), "-----END")] + "\nRegards,\nErika\n"
	}, nil},
	{"begin line lost", Base64, func(s samples) string { return onePEM(s)[len("-----BEGIN CERTIFICATE-----\n"):] }, nil},
	{"dashes made pretty", Base64, func(s samples) string { return strings.ReplaceAll(onePEM(s), "-----", "—–") }, nil},
	{"too few dashes", Base64, func(s samples) string { return strings.ReplaceAll(onePEM(s), "-----", "----") }, nil},
	{"label without a space", Base64, func(s samples) string {
		return "-----BEGINCERTIFICATE-----\n" + body(s) + "\n-----ENDCERTIFICATE-----"
	}, nil},

	{"ldif", Base64, func(s samples) string {
		return "dn: cn=x,dc=example\nobjectClass: person\nmail: erika@example.de\nuserCertificate;binary:: " + wrap(b64(s.cert), 60, "\n ") + "\nsn: x\n"
	}, nil},
	{"ldif with a p7c", Base64, func(s samples) string {
		return "dn: cn=x\nuserSMIMECertificate:: " + wrap(b64(s.cert), 60, "\n ") + "\nuserCertificate;binary:: " + wrap(b64(s.other), 60, "\n ") + "\n"
	}, both},
	{"ldif with one long line", Base64, func(s samples) string { return "dn: cn=x\nuserCertificate;binary:: " + b64(s.cert) + "\ncn: MIIC\n" }, nil},
	{"vcard 2.1", Base64, func(s samples) string {
		return "BEGIN:VCARD\nVERSION:2.1\nN:Mustermann;Erika\nKEY;X509;ENCODING=BASE64:\n    " + wrap(b64(s.cert), 72, "\n    ") + "\n\nEND:VCARD\n"
	}, nil},
	{"vcard 3.0", Base64, func(s samples) string {
		return "BEGIN:VCARD\r\nVERSION:3.0\r\nKEY;TYPE=X509;ENCODING=b:" + wrap(b64(s.cert), 74, "\r\n ") + "\r\nEND:VCARD\r\n"
	}, nil},
	{"vcard 4.0", Base64, func(s samples) string {
		return "BEGIN:VCARD\r\nVERSION:4.0\r\nKEY:data:application/pkix-cert;base64\\," + wrap(b64(s.cert), 74, "\r\n ") + "\r\nEND:VCARD\r\n"
	}, nil},
	{"jwk", Base64, func(s samples) string { return `{"kty":"EC","x5c":["` + b64(s.cert) + `"],"x5t":"MIIC"}` }, nil},
	{"jwks", Base64, func(s samples) string {
		return fmt.Sprintf("{\n \"keys\": [\n {\"x5c\": [\n  %q,\n  %q\n ]}\n ]\n}", b64(s.cert), b64(s.other))
	}, both},
	{"json with escaped slashes", Base64, func(s samples) string { return `{"cert":"` + strings.ReplaceAll(b64(s.cert), "/", `\/`) + `"}` }, nil},
	{"json with unicode escapes", Base64, func(s samples) string {
		return `{"cert":"` + strings.NewReplacer("/", `\u002f`, "+", `\u002B`, "=", `\u003d`).Replace(b64(s.cert)) + `"}`
	}, nil},
	{"json holding pem", PEM, func(s samples) string { return fmt.Sprintf("{\n  \"cert\": %q,\n  \"n\": 1\n}", onePEM(s)) }, nil},
	{"json holding pem, carriage returns", PEM, func(s samples) string { return strconv.Quote(strings.ReplaceAll(onePEM(s), "\n", "\r\n")) }, nil},
	{"json in json", PEM, func(s samples) string { return strconv.Quote(strconv.Quote(onePEM(s))) }, nil},
	{"string literals one after the other", PEM, func(s samples) string { return "char *c =\n" + lines(onePEM(s), `  "`, "\\n\"\n") + ";\n" }, nil},
	{"string literals joined", PEM, func(s samples) string { return "c = " + lines(onePEM(s), `  "`, "\\n\" +\n") + `"";` }, nil},
	{"shell variable over several lines", Base64, func(s samples) string { return "CERT=" + wrap(b64(s.cert), 70, "\\\n") + "\n" }, nil},
	{"xml signature", Base64, func(s samples) string {
		return "<?xml version=\"1.0\"?>\n<ds:X509Data>\n<ds:X509Certificate>\n" + body(s) + "\n</ds:X509Certificate>\n</ds:X509Data>"
	}, nil},
	{"xml with carriage returns as references", Base64, func(s samples) string {
		return "<X509Certificate>" + wrap(b64(s.cert), 76, "&#13;\n") + "</X509Certificate><X509Certificate>" + wrap(b64(s.other), 76, "&#xD;\n") + "</X509Certificate>"
	}, both},
	{"html escaped", Base64, func(s samples) string {
		return "<p>" + strings.NewReplacer("+", "&#43;", "=", "&#61;").Replace(html.EscapeString(b64(s.cert))) + "</p>"
	}, nil},
	{"web page that shows one", PEM, func(s samples) string {
		return "<!DOCTYPE html>\n<html><body><pre>" + onePEM(s) + "</pre></body></html>"
	}, nil},
	{"percent-encoded", Base64, func(s samples) string { return url.QueryEscape(onePEM(s)) }, nil},
	{"percent-encoded with %20", Base64, func(s samples) string { return "Cert=\"" + url.PathEscape(onePEM(s)) + "\";By=spiffe" }, nil},
	{"data url", Base64, func(s samples) string { return "data:application/x-x509-user-cert;base64," + b64(s.cert) }, nil},
	{"like dkim", Base64, func(s samples) string { return "v=CERT1; k=x509; p=" + b64(s.cert) + ";" }, nil},
	{"under the name of dkim", Base64, func(s samples) string { return "v=DKIM1; k=rsa; p=" + b64(s.cert) }, nil},
	{"dns text record in parts", Base64, func(s samples) string {
		return `erika._cert IN TXT ( "v=CERT1; p=` + wrap(b64(s.cert), 255, "\"\n\t\"") + `" )`
	}, nil},
	{"dns cert record", Base64, func(s samples) string {
		return "mail.example.de. IN CERT PKIX 0 0 (\n\t" + wrap(b64(s.cert), 56, "\n\t") + " )\n"
	}, nil},
	{"quoted-printable", PEM, func(s samples) string { return strings.ReplaceAll(onePEM(s), "=", "=3D") }, nil},
	{"quoted-printable, soft breaks", Base64, func(s samples) string {
		return "key: " + wrap(strings.ReplaceAll(b64(s.cert), "=", "=3D"), 75, "=\n")
	}, nil},
	{"csv", Base64, func(s samples) string { return "name;mail;cert\nErika;erika@example.de;" + b64(s.cert) + ";x\n" }, nil},
	{"in a letter", Base64, func(s samples) string {
		return "Dear Max,\nMIT and MICHAEL say hello. My certificate is " + b64(s.cert) + ", thanks.\nErika"
	}, nil},
	{"base64 of pem's lines in capitals around", Base64, func(s samples) string { return "CERTIFICATE:\n" + body(s) + "\nEND" }, nil},
	{"two runs apart", Base64, func(s samples) string { return b64(s.cert) + "\n\n" + b64(s.other) + "\n" }, both},
	{"two runs without padding", Base64, func(s samples) string {
		return strings.TrimRight(b64(s.cert), "=") + "\n" + strings.TrimRight(b64(s.other), "=") + "\n"
	}, both},
	{"base64url in a token", Base64, func(s samples) string { return "cert:" + base64.RawURLEncoding.EncodeToString(s.cert) + "." }, nil},

	{"hex", Hex, func(s samples) string { return hex.EncodeToString(s.cert) }, nil},
	{"hex in capitals", Hex, func(s samples) string { return strings.ToUpper(hex.EncodeToString(s.cert)) + "\n" }, nil},
	{"hex with colons", Hex, func(s samples) string { return hexOf(s.cert, "", ":") }, nil},
	{"hex with colons over lines", Hex, func(s samples) string { return "    " + wrap(hexOf(s.cert, "", ":"), 45, "\n    ") }, nil},
	{"hex with spaces", Hex, func(s samples) string { return hexOf(s.cert, "", " ") }, nil},
	{"hex with dashes", Hex, func(s samples) string { return hexOf(s.cert, "", "-") }, nil},
	{"hex as in C", Hex, func(s samples) string {
		return "unsigned char cert[] = {\n  " + wrap(hexOf(s.cert, "0x", ", "), 72, "\n  ") + "\n};"
	}, nil},
	{"hex as in a string", Hex, func(s samples) string { return `cert = b"` + hexOf(s.cert, `\x`, "") + `"` }, nil},
	{"hex of a database", Hex, func(s samples) string { return ` cert | \x` + hex.EncodeToString(s.cert) + "\n" }, nil},
	{"two in hex", Hex, func(s samples) string {
		return "a=" + hex.EncodeToString(s.cert) + "\nb=" + hex.EncodeToString(s.other)
	}, both},
	{"two in hex, one run", Hex, func(s samples) string { return hex.EncodeToString(s.cert) + "\n" + hex.EncodeToString(s.other) }, both},
}

func hexOf(der []byte, before, between string) string {
	digits := make([]string, len(der))
	for i, b := range der {
		digits[i] = fmt.Sprintf("%s%02x", before, b)
	}
	return strings.Join(digits, between)
}

// swapped turns UTF-16 around.
func swapped(text string) string {
	b := []byte(text)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

func TestScanFindsCertificatesInAnyDress(t *testing.T) {
	s := newSamples(t)
	for _, d := range dresses {
		t.Run(d.name, func(t *testing.T) {
			want := [][]byte{s.cert}
			if d.want != nil {
				want = d.want(s)
			}
			got := Sniff([]byte(d.text(s)))
			if got.Kind != d.kind || got.Error != nil {
				t.Errorf("kind %q, error %+v, want %q", got.Kind, got.Error, d.kind)
			}
			if len(got.Certificates) != len(want) {
				t.Fatalf("%d certificates, want %d", len(got.Certificates), len(want))
			}
			for i := range want {
				if !bytes.Equal(got.Certificates[i], want[i]) {
					t.Errorf("certificate %d is not the one put in", i)
				}
			}
		})
	}
}

// A text that holds none must not be taken for one that is damaged.
func TestScanFindsNothingInProse(t *testing.T) {
	for _, text := range []string{
		"MIDDLE of nowhere, MIT, MICHAEL, MIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII",
		"3082 is a number, 30 82 are two, 30:82:01:02 is a time",
		strings.Repeat("MIIC ", 1000),
		strings.Repeat("30 82 ", 1000),
		"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
	} {
		if got := Sniff([]byte(text)); got.Kind != OtherText || len(got.Certificates) != 0 {
			t.Errorf("%.40q: kind %q with %d certificates", text, got.Kind, len(got.Certificates))
		}
	}
}

// What is hostile to a scanner: heads of certificates that announce more than
// comes, over and over. Time that grows with the square of the text's size would
// be minutes here; what is linear takes a tenth of a second.
func TestScanIsLinear(t *testing.T) {
	const enough = 5 * time.Second
	s := newSamples(t)
	head := b64(s.cert[:48])
	for name, unit := range map[string]string{
		"heads":            head + " ",
		"heads in lines":   head + "\n",
		"heads of 4 GiB":   "MIT/////MIICAjCCAgI" + head[20:] + "* ",
		"indefinite heads": "MIAwgDCAMIAwgDCAMIAwgDCAMIAw ",
		"begin lines":      "-----BEGIN CERTIFICATE-----" + head + "\n",
		"begins":           "-----BEGIN ",
		"dashes":           "-",
		"backslashes":      `\`,
		"quotes":           `"`,
		"spaces between":   "M" + strings.Repeat(" ", 1000),
		"hex":              "30 82 02 02 30 82 02 02 30 82 02 02 02 02 02 02 *",
		"hex with gaps":    "30" + strings.Repeat(":", 1000),
	} {
		t.Run(name, func(t *testing.T) {
			text := []byte(strings.Repeat(unit, MaxInput/len(unit)))
			start := time.Now()
			Sniff(text)
			if spent := time.Since(start); spent > enough {
				t.Errorf("%v", spent)
			}
		})
	}
}

func TestScanKeepsPrivateKeysOut(t *testing.T) {
	s := newSamples(t)
	for name, text := range map[string]string{
		"json":            fmt.Sprintf("{\"cert\": %q, \"key\": %q}", onePEM(s), pemOf("PRIVATE KEY", s.pkcs8)),
		"bare base64":     b64(s.cert) + "\n" + b64(s.pkcs8),
		"short base64":    "key: " + b64(s.ed25519PK8) + "\ncert: " + b64(s.cert),
		"hex":             "cert " + hex.EncodeToString(s.cert) + "\nkey " + hex.EncodeToString(s.sec1),
		"percent-encoded": url.QueryEscape(onePEM(s) + pemOf("RSA PRIVATE KEY", s.pkcs1)),
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(text)
			report := Inspect([]Input{{Data: data}}, Options{})
			in := &report.Inputs[0]
			if in.Error == nil || in.Error.Code != "private-key" || len(in.Certificates) != 1 {
				t.Errorf("error %+v with %d certificates", in.Error, len(in.Certificates))
			}
			if !bytes.Equal(data, make([]byte, len(data))) {
				t.Error("the input still holds the key")
			}
		})
	}
}

func FuzzScan(f *testing.F) {
	s := newSamples(f)
	for _, d := range dresses {
		f.Add([]byte(d.text(s)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		found := Sniff(data)
		if found.Kind == "" || len(found.Certificates) == 0 && found.Error == nil {
			t.Fatalf("no answer: kind %q", found.Kind)
		}
		total := 0
		for _, der := range found.Certificates {
			if len(der) == 0 {
				t.Fatal("an empty certificate")
			}
			total += len(der)
		}
		if total > len(data) {
			t.Fatalf("%d bytes of certificates out of %d", total, len(data))
		}
	})
}
