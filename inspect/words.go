package inspect

import "bytes"

// sniffText recognises texts by how they begin: keys of other systems, web
// pages, messages.
func sniffText(data []byte) (content, bool) {
	if !looksLikeText(data) {
		return content{}, false
	}
	text := trimSpace(data)
	switch {
	case hasPrefixFold(text, "putty-user-key-file-"):
		return wrong(PrivateKey), true
	case isSSH(text):
		return wrong(SSH), true
	case isHTML(text):
		return wrong(HTML), true
	case hasPrefixFold(text, "<svg"):
		return wrong(Image), true
	case hasPrefixFold(text, "v=dkim1"):
		return wrong(DKIM), true
	case isMessage(text):
		return wrong(MailMessage), true
	}
	return content{}, false
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
