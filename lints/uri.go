package lints

import "strings"

// hasScheme says whether the URI has the scheme. Schemes compare without case
// (RFC 3986 3.1).
func hasScheme(uri, scheme string) bool {
	return strings.EqualFold(schemeOf(uri), scheme)
}

// schemeOf is the scheme of a URI as written, empty where there is none.
func schemeOf(uri string) string {
	for i := 0; i < len(uri); i++ {
		switch c := uri[i] | 0x20; {
		case c >= 'a' && c <= 'z':
		case i > 0 && (uri[i] >= '0' && uri[i] <= '9' || strings.IndexByte("+-.", uri[i]) >= 0):
		case i > 0 && uri[i] == ':':
			return uri[:i]
		default:
			return ""
		}
	}
	return ""
}

// hasHost says whether something stands where the host of a URI is.
func hasHost(uri string) bool {
	_, rest, found := strings.Cut(uri, "://")
	return found && rest != "" && strings.IndexByte("/?#:", rest[0]) < 0
}
