package inspect

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

// sniffDER recognises binary ASN.1: certificates, and what is taken for one.
func sniffDER(data []byte, pause func()) (Content, bool) {
	if len(data) < 2 || data[0] != 0x30 || looksLikeText(data) {
		return Content{}, false
	}
	return readASN1(data, DER, pause)
}

// readASN1 says what an ASN.1 value is. Certificates that stand one after the
// other are all read. As names how the bytes came, for certificates.
func readASN1(data []byte, as Kind, pause func()) (Content, bool) {
	kind := kindOf(outline(data))
	switch {
	case kind == "":
		return Content{}, false
	case kind == PKCS7:
		return readCMS(data, pause), true
	case kind == Request:
		return Content{Kind: kind, Error: requestError(data)}, true
	case kind == CRL:
		list := cert.ParseCRLInSteps(data, pause)
		return Content{Kind: kind, Error: crlError(list), Lists: []RevocationList{{Kind: kind, DER: data, crl: list}}}, true
	case kind == OCSP:
		return Content{Kind: kind, Error: wrong(kind).Error, Lists: []RevocationList{{Kind: kind, DER: data}}}, true
	case kind != DER:
		return wrong(kind), true
	case announced(data) > len(data):
		return Content{Kind: as, Error: truncated(announced(data), len(data))}, true
	}
	c := Content{Kind: as}
	for len(c.Certificates) < MaxCertificates {
		size := announced(data)
		if size <= 0 || size >= len(data) {
			break
		}
		rest := data[size:]
		next := kindOf(outline(rest))
		if next == PrivateKey {
			c.Error = wrong(PrivateKey).Error
		}
		if next != DER || announced(rest) > len(rest) {
			if next != "" || len(trimSpace(rest)) == 0 {
				data = data[:size]
			}
			break
		}
		c.Certificates = append(c.Certificates, data[:size])
		data = rest
		pause()
	}
	c.Certificates = append(c.Certificates, data)
	return c, true
}

// truncated is the error of a certificate that ends too early; both figures are bytes.
func truncated(expected, found int) *InputError {
	e, f := strconv.Itoa(expected), strconv.Itoa(found)
	return &InputError{
		Code: CodeTruncated,
		Message: "The certificate stops early: it announces " + e + " bytes, and only " + f +
			" are here. Copy it again from its first line to its last, or choose the file again.",
		Args: []string{e, f},
	}
}

// containerCut is the error of a container that ends too early; both figures are
// bytes, and 0 of them are expected where it does not say how many.
func containerCut(expected, found int) *InputError {
	if expected <= found {
		return &InputError{
			Code:    CodeTruncated,
			Message: "The file stops early: its end is missing. Fetch it again, and whole.",
		}
	}
	e, f := strconv.Itoa(expected), strconv.Itoa(found)
	return &InputError{
		Code:    CodeTruncated,
		Message: "The file stops early: it announces " + e + " bytes, and only " + f + " are here. Fetch it again, and whole.",
		Args:    []string{e, f},
	}
}

// kindOf names the format that has this outline; DER stands for a certificate,
// and the empty Kind for none that is known.
func kindOf(s shape) Kind {
	switch {
	case strings.HasPrefix(s.root, "ISo"): // PKCS#8, RFC 5958
		return PrivateKey
	case s.root == "So" && strings.HasPrefix(s.first, "O"): // PKCS#8 encrypted
		return PrivateKey
	case strings.HasPrefix(s.root, "IIII"): // RSA (RFC 8017 A.1.2) and DSA, also when cut
		return PrivateKey
	case strings.HasPrefix(s.root, "Io") && len(s.root) <= 4: // EC, RFC 5915
		return PrivateKey
	case s.root == "Sb" && strings.HasPrefix(s.first, "O"), s.root == "II":
		return PublicKey
	case strings.HasPrefix(s.root, "O0"): // ContentInfo, RFC 5652 3
		return PKCS7
	case (s.root == "IS" || s.root == "ISS") && strings.HasPrefix(s.second, "O0"): // PFX, RFC 7292 4
		return PKCS12
	case strings.HasPrefix(s.root, "E0"), s.root == "E": // RFC 6960 4.2.1
		return OCSP
	case s.root == "SS" && strings.HasPrefix(s.first, "I") && strings.HasPrefix(s.second, "O0"): // RFC 3161 2.4.2
		return Timestamp
	case !strings.HasPrefix(s.root, "S"):
		return ""
	}
	return kindOfSigned(s.first)
}

// kindOfSigned names what the first part of a signed value is by its outline.
func kindOfSigned(first string) Kind {
	switch {
	case strings.HasPrefix(first, "IS0S"), strings.HasPrefix(first, "IS1S"), strings.HasPrefix(first, "IS2S"): // RFC 5755 4.1
		return AttributeCert
	case strings.HasPrefix(strings.TrimPrefix(first, "I"), "SSt"): // RFC 5280 5.1
		return CRL
	case first == "ISS", first == "ISS0": // RFC 2986 4
		return Request
	case strings.Count(first, "S") >= 4: // RFC 5280 4.1
		return DER
	case strings.HasPrefix(first, "0") && strings.Count(first, "S") >= 2:
		return DER
	}
	return ""
}
