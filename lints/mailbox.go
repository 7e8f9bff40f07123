package lints

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// parseMailbox splits a Mailbox of RFC 5321 4.1.2, with the characters beyond
// ASCII that RFC 6532 3.2 adds, into its local part (quotes kept) and its domain
// (brackets of an address literal kept). problem says in words what keeps the
// text from being a Mailbox and nothing else: it is empty where the text is one.
//
// The sizes of RFC 5321 4.5.3.1 are no part of that definition and not looked
// at; neither is whether the labels of a domain beyond ASCII are permitted.
func parseMailbox(text string) (local, domain, problem string) {
	if text == "" {
		return "", "", "it is empty"
	}
	if !utf8.ValidString(text) {
		return "", "", "it is not UTF-8"
	}
	if text[0] == '"' {
		local, problem = quotedString(text)
	} else {
		local, problem = dotString(text)
	}
	if problem != "" {
		return "", "", problem
	}
	domain = text[len(local)+1:]
	if problem = domainProblem(domain); problem != "" {
		return "", "", problem
	}
	return local, domain, ""
}

// quotedString is the Quoted-string at the start of the text, up to its "@".
func quotedString(text string) (local, problem string) {
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			if i+1 == len(text) || text[i+1] != '@' {
				return "", "no @ follows the quoted local part"
			}
			return text[:i+1], ""
		case c == '\\':
			if i++; i == len(text) || text[i] < ' ' || text[i] > '~' {
				return "", "a backslash in the local part quotes no character"
			}
		case c < ' ' || c == 0x7f:
			return "", "the local part has a control character"
		}
	}
	return "", "the quoted local part does not end"
}

// dotString is the Dot-string at the start of the text, up to its "@".
func dotString(text string) (local, problem string) {
	local, _, found := strings.Cut(text, "@")
	if !found {
		return "", "it has no @"
	}
	if local == "" {
		return "", "the part before the @ is empty"
	}
	for _, r := range local {
		if r != '.' && !isAtext(r) {
			return "", "the part before the @ has the character " + strconv.QuoteToASCII(string(r))
		}
	}
	if local[0] == '.' || local[len(local)-1] == '.' || strings.Contains(local, "..") {
		return "", "the part before the @ has a dot without characters on both sides"
	}
	return local, ""
}

// isAtext says whether an Atom may hold the character (RFC 5322 3.2.3, RFC 6532 3.2).
func isAtext(r rune) bool {
	return isLetterOrDigit(r) || r >= utf8.RuneSelf || strings.ContainsRune("!#$%&'*+-/=?^_`{|}~", r)
}

// isLetterOrDigit says whether the character is a letter or digit of ASCII.
func isLetterOrDigit(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// domainProblem says what keeps the text from being a Domain or an
// address-literal.
func domainProblem(domain string) string {
	if domain == "" {
		return "the part after the @ is empty"
	}
	if domain[0] == '[' {
		return literalProblem(domain)
	}
	for rest, more := domain, true; more; {
		var label string
		label, rest, more = strings.Cut(rest, ".")
		if label == "" {
			return "the domain has an empty label"
		}
		for _, r := range label {
			if r != '-' && !isLetterOrDigit(r) && r < utf8.RuneSelf {
				return "the domain has the character " + strconv.QuoteToASCII(string(r))
			}
		}
		if label[0] == '-' || label[len(label)-1] == '-' {
			return "a label of the domain begins or ends with a hyphen"
		}
	}
	return ""
}

// literalProblem says what keeps the text from being an address-literal (RFC
// 5321 4.1.3). How the groups of an IPv6 address stand is not looked at.
func literalProblem(domain string) string {
	inside, closed := strings.CutSuffix(domain[1:], "]")
	if !closed {
		return "the address in brackets does not end"
	}
	for _, r := range inside {
		if r <= ' ' || r > '~' || r >= '[' && r <= ']' {
			return "the address in brackets has the character " + strconv.QuoteToASCII(string(r))
		}
	}
	tag, address, tagged := strings.Cut(inside, ":")
	switch {
	case tagged && strings.EqualFold(tag, "IPv6"):
		if strings.Trim(address, "0123456789abcdefABCDEF:.") != "" || !strings.Contains(address, ":") {
			return "the IPv6 address in brackets is none"
		}
	case tagged:
		if tag == "" || address == "" || domainProblem(tag) != "" {
			return "the address in brackets is of no known form"
		}
	case !isIPv4(inside):
		return "the IPv4 address in brackets is none"
	}
	return ""
}

// isIPv4 says whether the text is an IPv4-address-literal without its brackets.
func isIPv4(text string) bool {
	parts := strings.Split(text, ".")
	for _, part := range parts {
		if _, err := strconv.ParseUint(part, 10, 8); err != nil || len(part) > 3 {
			return false
		}
	}
	return len(parts) == 4
}

// mailboxKey is what two mailboxes have in common when they are the same one:
// the local part octet by octet, the domain in lower case with its U-labels as
// A-labels (RFC 5280 7.5, RFC 9598 5).
func mailboxKey(local, domain string) string {
	return local + "@" + asciiDomain(domain)
}

// asciiDomain is the domain in lower case with A-labels in place of U-labels. A
// label that has no A-label stays as it is.
func asciiDomain(domain string) string {
	domain = strings.ToLower(domain)
	if isASCII(domain) {
		return domain
	}
	labels := strings.Split(domain, ".")
	for i, label := range labels {
		if isASCII(label) {
			continue
		}
		if encoded, ok := punycode(label); ok {
			labels[i] = aceprefix + encoded
		}
	}
	return strings.Join(labels, ".")
}

// isASCII says whether all characters are of ASCII.
func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
