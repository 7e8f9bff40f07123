package inspect

import "bytes"

// sniffText takes out what a text holds. Where it holds no certificate and no
// private key, how it begins says what it is.
func sniffText(data []byte, pause func()) (Content, bool) {
	begins := kindOfText(data)
	if begins == MailMessage && len(data) > MaxInput { // for those who read messages
		return wrong(begins), true
	}
	found := scan(data, pause)
	switch {
	case begins == PrivateKey:
		found.add(wrong(PrivateKey))
	case begins == "" || found.Kind == PrivateKey:
	case len(found.Certificates) == 0:
		return wrong(begins), true
	case begins == MailMessage:
		found.Kind = begins
	}
	return found, found.Kind != ""
}

// kindOfText recognises texts by how they begin: keys of other systems, web
// pages, messages. The empty Kind is for any other text.
func kindOfText(data []byte) Kind {
	if !looksLikeText(data) {
		return ""
	}
	text := trimSpace(data)
	switch {
	case hasPrefixFold(text, "putty-user-key-file-"), isPrivateJWK(text), isPrivateXML(text):
		return PrivateKey
	case isSSH(text):
		return SSH
	case isHTML(text):
		return HTML
	case hasPrefixFold(text, "<svg"):
		return Image
	case hasPrefixFold(text, "v=dkim1"):
		return DKIM
	case isMessage(text):
		return MailMessage
	}
	return ""
}

// isPrivateJWK says whether the text is JSON that holds a JSON Web Key with its
// private part (RFC 7517 4, RFC 7518 6).
func isPrivateJWK(text []byte) bool {
	return len(text) > 0 && (text[0] == '{' || text[0] == '[') && bytes.Contains(text, []byte(`"kty"`)) &&
		(hasMember(text, `"d"`) || hasMember(text, `"k"`))
}

// hasMember says whether JSON text has a member of this quoted name.
func hasMember(text []byte, name string) bool {
	for {
		i := bytes.Index(text, []byte(name))
		if i < 0 {
			return false
		}
		text = text[i+len(name):]
		if after := trimSpace(text[:min(len(text), 16)]); len(after) > 0 && after[0] == ':' {
			return true
		}
	}
}

// isPrivateXML says whether the text is an XML key of .NET or XKMS with its
// private part.
func isPrivateXML(text []byte) bool {
	return len(text) > 0 && text[0] == '<' && bytes.Contains(text, []byte("<D>")) &&
		(bytes.Contains(text, []byte("RSAKeyValue>")) || bytes.Contains(text, []byte("RSAKeyPair>")))
}

// sshStarts are how a public key in OpenSSH's or SSH2's form begins.
var sshStarts = [...]string{
	"ssh-rsa ", "ssh-dss ", "ssh-ed25519 ", "ssh-ed448 ", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "---- begin ssh2 ",
}

func isSSH(text []byte) bool {
	for _, start := range sshStarts {
		if hasPrefixFold(text, start) {
			return true
		}
	}
	return false
}

func isHTML(text []byte) bool {
	if hasPrefixFold(text, "<!doctype html") {
		return true
	}
	if len(text) == 0 || text[0] != '<' {
		return false
	}
	for head := text[:min(len(text), 4096)]; len(head) > 0; head = head[1:] {
		if hasPrefixFold(head, "<html") {
			return true
		}
	}
	return false
}

// messageHeaders are header fields of which a message has one early on.
var messageHeaders = [...]string{
	"from:", "received:", "return-path:", "mime-version:", "message-id:", "delivered-to:", "content-type:", "subject:", "date:", "to:",
}

// isMessage says whether the text begins as a message does (RFC 5322): with
// header fields, two of them well known.
func isMessage(text []byte) bool {
	known := 0
	for n := 0; n < 100 && len(text) > 0; n++ {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		text = rest
		if len(trimSpace(line)) == 0 {
			break
		}
		if n == 0 && bytes.HasPrefix(line, []byte("From ")) || line[0] == ' ' || line[0] == '\t' {
			continue
		}
		if !isHeaderField(line) {
			return false
		}
		for _, h := range messageHeaders {
			if hasPrefixFold(line, h) {
				known++
				break
			}
		}
	}
	return known >= 2
}

// isHeaderField says whether the line has a field name and a colon (RFC 5322 2.2).
func isHeaderField(line []byte) bool {
	colon := bytes.IndexByte(line, ':')
	if colon < 1 {
		return false
	}
	for _, b := range line[:colon] {
		if b <= ' ' || b > '~' {
			return false
		}
	}
	return true
}
