package inspect

import "bytes"

// sniffText takes out what a text holds. Where it holds no certificate and no
// private key, how it begins says what it is.
func sniffText(data []byte) (content, bool) {
	begins := kindOfText(data)
	if begins == PrivateKey {
		return wrong(begins), true
	}
	found := scan(data)
	switch {
	case begins == "" || found.kind == PrivateKey:
	case len(found.certificates) == 0:
		return wrong(begins), true
	case begins == MailMessage:
		found.kind = begins
	}
	return found, found.kind != ""
}

// kindOfText recognises texts by how they begin: keys of other systems, web
// pages, messages. The empty Kind is for any other text.
func kindOfText(data []byte) Kind {
	if !looksLikeText(data) {
		return ""
	}
	text := trimSpace(data)
	switch {
	case hasPrefixFold(text, "putty-user-key-file-"):
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
