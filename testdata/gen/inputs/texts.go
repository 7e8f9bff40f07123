package inputs

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"html"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf16"
)

// texts hold the same certificate, or the same two, as some program or person
// writes them.
func texts() []Case {
	onePEM, body := pemOf("CERTIFICATE", leafDER), wrap(b64(leafDER), 64, "\n")
	var cases []Case
	for _, t := range []struct {
		name, kind string
		text       func() string
		want       [][]byte
	}{
		{"quoted twice in a mail", "pem", func() string { return lines(onePEM, "> > ", "\n") }, one},
		{"quoted with a bar", "pem", func() string { return lines(onePEM, "| ", "\n") }, one},
		{"commented out", "pem", func() string { return lines(onePEM, "# ", "\n") }, one},
		{"commented out as in C", "pem", func() string { return lines(onePEM, " * ", "\n") }, one},
		{"every second line blank", "pem", func() string { return lines(onePEM, "", "\n\n") }, one},
		{"no-break spaces", "pem", func() string { return lines(onePEM, "\u00a0", "\u00a0\n") }, one},
		{"zero width spaces", "pem", func() string { return lines(onePEM, "", "\u200b\n") }, one},
		{"byte order mark between two", "pem", func() string { return "\ufeff" + onePEM + "\ufeff" + pemOf("CERTIFICATE", otherDER) }, both},
		{"utf-16 big endian", "pem", func() string { return swapped(utf16le(onePEM)) }, one},
		{"utf-16 without a mark", "pem", func() string { return utf16le("Bag Attributes\n" + onePEM)[2:] }, one},
		{"utf-16 big endian without a mark", "pem", func() string { return swapped(utf16le(onePEM))[2:] }, one},
		{"openssl s_client", "pem", func() string {
			return "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = x\n" + onePEM + " 1 s:CN = y\n" + pemOf("CERTIFICATE", otherDER) + "---\nMaster-Key: 30820AFF\n"
		}, both},
		{"openssl bag attributes", "pem", func() string {
			return "Bag Attributes\n    localKeyID: 30 82 AF\n    friendlyName: x\nsubject=CN = x\n\nissuer=CN = x\n\n" + onePEM
		}, one},
		{"end line lost, text behind", "pem", func() string {
			return onePEM[:strings.Index(onePEM, "-----END")] + "\nRegards,\nErika\n"
		}, one},
		{"begin line lost", "base64", func() string { return onePEM[len("-----BEGIN CERTIFICATE-----\n"):] }, one},
		{"dashes made pretty", "base64", func() string { return strings.ReplaceAll(onePEM, "-----", "—–") }, one},
		{"too few dashes", "base64", func() string { return strings.ReplaceAll(onePEM, "-----", "----") }, one},
		{"label without a space", "base64", func() string {
			return "-----BEGINCERTIFICATE-----\n" + body + "\n-----ENDCERTIFICATE-----"
		}, one},

		{"ldif", "base64", func() string {
			return "dn: cn=x,dc=example\nobjectClass: person\nmail: erika@example.de\nuserCertificate;binary:: " + wrap(b64(leafDER), 60, "\n ") + "\nsn: x\n"
		}, one},
		{"ldif with a p7c", "base64", func() string {
			return "dn: cn=x\nuserSMIMECertificate:: " + wrap(b64(leafDER), 60, "\n ") + "\nuserCertificate;binary:: " + wrap(b64(otherDER), 60, "\n ") + "\n"
		}, both},
		{"ldif with one long line", "base64", func() string { return "dn: cn=x\nuserCertificate;binary:: " + b64(leafDER) + "\ncn: MIIC\n" }, one},
		{"vcard 2.1", "base64", func() string {
			return "BEGIN:VCARD\nVERSION:2.1\nN:Mustermann;Erika\nKEY;X509;ENCODING=BASE64:\n    " + wrap(b64(leafDER), 72, "\n    ") + "\n\nEND:VCARD\n"
		}, one},
		{"vcard 3.0", "base64", func() string {
			return "BEGIN:VCARD\r\nVERSION:3.0\r\nKEY;TYPE=X509;ENCODING=b:" + wrap(b64(leafDER), 74, "\r\n ") + "\r\nEND:VCARD\r\n"
		}, one},
		{"vcard 4.0", "base64", func() string {
			return "BEGIN:VCARD\r\nVERSION:4.0\r\nKEY:data:application/pkix-cert;base64\\," + wrap(b64(leafDER), 74, "\r\n ") + "\r\nEND:VCARD\r\n"
		}, one},
		{"jwk", "base64", func() string { return `{"kty":"EC","x5c":["` + b64(leafDER) + `"],"x5t":"MIIC"}` }, one},
		{"jwks", "base64", func() string {
			return fmt.Sprintf("{\n \"keys\": [\n {\"x5c\": [\n  %q,\n  %q\n ]}\n ]\n}", b64(leafDER), b64(otherDER))
		}, both},
		{"json with escaped slashes", "base64", func() string { return `{"cert":"` + strings.ReplaceAll(b64(leafDER), "/", `\/`) + `"}` }, one},
		{"json with unicode escapes", "base64", func() string {
			return `{"cert":"` + strings.NewReplacer("/", `\u002f`, "+", `\u002B`, "=", `\u003d`).Replace(b64(leafDER)) + `"}`
		}, one},
		{"json holding pem", "pem", func() string { return fmt.Sprintf("{\n  \"cert\": %q,\n  \"n\": 1\n}", onePEM) }, one},
		{"json holding pem, carriage returns", "pem", func() string { return strconv.Quote(strings.ReplaceAll(onePEM, "\n", "\r\n")) }, one},
		{"json in json", "pem", func() string { return strconv.Quote(strconv.Quote(onePEM)) }, one},
		{"string literals one after the other", "pem", func() string { return "char *c =\n" + lines(onePEM, `  "`, "\\n\"\n") + ";\n" }, one},
		{"string literals joined", "pem", func() string { return "c = " + lines(onePEM, `  "`, "\\n\" +\n") + `"";` }, one},
		{"shell variable over several lines", "base64", func() string { return "CERT=" + wrap(b64(leafDER), 70, "\\\n") + "\n" }, one},
		{"xml signature", "base64", func() string {
			return "<?xml version=\"1.0\"?>\n<ds:X509Data>\n<ds:X509Certificate>\n" + body + "\n</ds:X509Certificate>\n</ds:X509Data>"
		}, one},
		{"xml with carriage returns as references", "base64", func() string {
			return "<X509Certificate>" + wrap(b64(leafDER), 76, "&#13;\n") + "</X509Certificate><X509Certificate>" + wrap(b64(otherDER), 76, "&#xD;\n") + "</X509Certificate>"
		}, both},
		{"html escaped", "base64", func() string {
			return "<p>" + strings.NewReplacer("+", "&#43;", "=", "&#61;").Replace(html.EscapeString(b64(leafDER))) + "</p>"
		}, one},
		{"web page that shows one", "pem", func() string {
			return "<!DOCTYPE html>\n<html><body><pre>" + onePEM + "</pre></body></html>"
		}, one},
		{"percent-encoded", "base64", func() string { return url.QueryEscape(onePEM) }, one},
		{"percent-encoded with %20", "base64", func() string { return "Cert=\"" + url.PathEscape(onePEM) + "\";By=spiffe" }, one},
		{"data url", "base64", func() string { return "data:application/x-x509-user-cert;base64," + b64(leafDER) }, one},
		{"like dkim", "base64", func() string { return "v=CERT1; k=x509; p=" + b64(leafDER) + ";" }, one},
		{"under the name of dkim", "base64", func() string { return "v=DKIM1; k=rsa; p=" + b64(leafDER) }, one},
		{"dns text record in parts", "base64", func() string {
			return `erika._cert IN TXT ( "v=CERT1; p=` + wrap(b64(leafDER), 255, "\"\n\t\"") + `" )`
		}, one},
		{"dns cert record", "base64", func() string {
			return "mail.example.de. IN CERT PKIX 0 0 (\n\t" + wrap(b64(leafDER), 56, "\n\t") + " )\n"
		}, one},
		{"quoted-printable", "pem", func() string { return strings.ReplaceAll(onePEM, "=", "=3D") }, one},
		{"quoted-printable, soft breaks", "base64", func() string {
			return "key: " + wrap(strings.ReplaceAll(b64(leafDER), "=", "=3D"), 75, "=\n")
		}, one},
		{"csv", "base64", func() string { return "name;mail;cert\nErika;erika@example.de;" + b64(leafDER) + ";x\n" }, one},
		{"in a letter", "base64", func() string {
			return "Dear Max,\nMIT and MICHAEL say hello. My certificate is " + b64(leafDER) + ", thanks.\nErika"
		}, one},
		{"base64 of pem's lines in capitals around", "base64", func() string { return "CERTIFICATE:\n" + body + "\nEND" }, one},
		{"two runs apart", "base64", func() string { return b64(leafDER) + "\n\n" + b64(otherDER) + "\n" }, both},
		{"two runs without padding", "base64", func() string {
			return strings.TrimRight(b64(leafDER), "=") + "\n" + strings.TrimRight(b64(otherDER), "=") + "\n"
		}, both},
		{"base64url in a token", "base64", func() string { return "cert:" + base64.RawURLEncoding.EncodeToString(leafDER) + "." }, one},

		{"hex", "hex", func() string { return hex.EncodeToString(leafDER) }, one},
		{"hex in capitals", "hex", func() string { return strings.ToUpper(hex.EncodeToString(leafDER)) + "\n" }, one},
		{"hex with colons", "hex", func() string { return hexOf(leafDER, "", ":") }, one},
		{"hex with colons over lines", "hex", func() string { return "    " + wrap(hexOf(leafDER, "", ":"), 45, "\n    ") }, one},
		{"hex with spaces", "hex", func() string { return hexOf(leafDER, "", " ") }, one},
		{"hex with dashes", "hex", func() string { return hexOf(leafDER, "", "-") }, one},
		{"hex as in C", "hex", func() string {
			return "unsigned char cert[] = {\n  " + wrap(hexOf(leafDER, "0x", ", "), 72, "\n  ") + "\n};"
		}, one},
		{"hex as in a string", "hex", func() string { return `cert = b"` + hexOf(leafDER, `\x`, "") + `"` }, one},
		{"hex of a database", "hex", func() string { return ` cert | \x` + hex.EncodeToString(leafDER) + "\n" }, one},
		{"two in hex", "hex", func() string {
			return "a=" + hex.EncodeToString(leafDER) + "\nb=" + hex.EncodeToString(otherDER)
		}, both},
		{"two in hex, one run", "hex", func() string { return hex.EncodeToString(leafDER) + "\n" + hex.EncodeToString(otherDER) }, both},
	} {
		cases = append(cases, row(t.name, t.text(), t.kind, "", t.want))
	}
	return cases
}

func b64(der []byte) string { return base64.StdEncoding.EncodeToString(der) }

func pemOf(label string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der}))
}

func lines(text, before, after string) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		b.WriteString(before + line + after)
	}
	return b.String()
}

func wrap(text string, width int, lineBreak string) string {
	var b strings.Builder
	for len(text) > width {
		b.WriteString(text[:width] + lineBreak)
		text = text[width:]
	}
	return b.String() + text
}

func utf16le(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
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
