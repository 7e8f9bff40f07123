package gen

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"sealglass/cert"
)

// AttackTexts are texts that try to be more than text: markup, formulas, characters
// that can't be seen or that turn others round, octets that are no UTF-8.
func AttackTexts() []string {
	all := []string{
		"Erika Mustermann", // one that does nothing
		// HTML, SVG and what browsers make of pieces of them.
		"<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT>", "</script><script>alert(1)//",
		"<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script href=data:,alert(1) />", "<iframe srcdoc='<script>alert(1)</script>'>",
		"<body onload=alert(1)>", "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
		"<a href=javascript:alert(1)>x</a>", "<object data=data:text/html,x>", "<embed src=//evil.example>", "<link rel=stylesheet href=//evil.example>",
		"<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example/>", "<form action=//evil.example><button>x</button>",
		"<style>*{display:none}</style>", "<template><script>alert(1)</script></template>", "<slot name=x>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<!doctype html>",
		"<plaintext>", "<xmp>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "</template><script>alert(1)</script>", "</dd></dl></section>",
		"\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)", "x\" style=\"position:fixed",
		"&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&#x202e;abc", "&amp;&nbsp;&NewLine;",
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example/", "https://evil.example/?a=b#c",
		// What other programs take for their own.
		"{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{0} {name} {count}", "%s%n%x", "%00%0d%0a", `\u202e\x00\n`, "__proto__", "constructor", "toString", "[object Object]", "undefined", "null", "NaN",
		"=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-1-1", "a,b;c\"d\"", "'; DROP TABLE x;--", "$(reboot)", "`reboot`", "../../etc/passwd",
		"[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<https://evil.example>", "# heading", "- [ ] task", "```\ncode", "``", "`", "| a | b |", "***", "[x]: //evil.example", "\\", "\\`*_{}[]()", "> quote", "1. one",
		"alice@example.com\x00.evil.example", "CN=a, O=b", "CN=a\\, O=b", "+a=b", " leading", "trailing ", "  ",
		"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "a\r\nSet-Cookie: x", "\b\b\bhidden", "\x7f\x7f",
		// Scripts that look alike, marks that pile up, and characters of two halves.
		"pаypal.example", "раураӏ", "ерiка", "ᎬᏒᎥᏦᎪ", "Ｅｒｉｋａ", "𝐄𝐫𝐢𝐤𝐚", "ⓔⓡⓘⓚⓐ", "αlphа", "xn--pypal-4ve.example", "faß.example", "ı", "İ", "ſ", "K", "ﬁ", "١٢٣", "abcאבגdef", "123 עברית ABC", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u0301", "\u20dd", "👩\u200d👩\u200d👧", "🏴\U000e0067\U000e0062\U000e007f", "\U0001f1e9\U0001f1ea",
	}
	for _, r := range singles() {
		all = append(all, "a"+string(r)+"b")
	}
	// No UTF-8: lone surrogates, pairs of them, longer forms than needed, beyond
	// the last character, beginnings without an end, ends without a beginning.
	return append(all,
		"a\xed\xa0\x80b", "a\xed\xbf\xbfb", "a\xed\xa0\xbd\xed\xb8\x80b", "\xed\xb0\x80\xed\xa0\x80", "\xc0\x80", "\xc0\xbcscript\xc0\xbe", "\xe0\x80\xaf", "\xf0\x80\x80\xaf",
		"\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xfe\xff\x00a", "\xff\xfea\x00", "a\xe2\x82", "\x80\x81", "\xffa\xff")
}

// singles are characters that leave no mark, or not the one that people expect.
func singles() []rune {
	var all []rune
	for _, span := range [][2]rune{
		{0x00, 0x1f},
		{0x80, 0x85},
		{0x9b, 0x9b},
		{0xa0, 0xa0},
		{0xad, 0xad},
		{0x034f, 0x034f},
		{0x061c, 0x061c},
		{0x115f, 0x1160},
		{0x1680, 0x1680},
		{0x17b4, 0x17b5},
		{0x180b, 0x180e},
		{0x2000, 0x200f},
		{0x2028, 0x202f},
		{0x205f, 0x206f},
		{0x2800, 0x2800},
		{0x3164, 0x3164},
		{0xe000, 0xe000},
		{0xfdd0, 0xfdd0},
		{0xfe00, 0xfe00},
		{0xfe0f, 0xfe0f},
		{0xfeff, 0xfeff},
		{0xffa0, 0xffa0},
		{0xfff9, 0xfffb},
		{0xfffe, 0xffff},
		{0x1d173, 0x1d173},
		{0x1fffe, 0x1fffe},
		{0xe0001, 0xe0001},
		{0xe0041, 0xe0041},
		{0xe0100, 0xe0100},
		{0xf0000, 0xf0000},
		{0x10ffff, 0x10ffff},
	} {
		for r := span[0]; r <= span[1]; r++ {
			all = append(all, r)
		}
	}
	return all
}

// Carrier is a certificate with this text in every place that holds text: each
// attribute of subject and issuer, each kind of name, each address, notice and
// remark. In a BMPString stands what [bmp] makes of it.
func Carrier(text string) *Cert {
	c := Leaf("sponsor", "legacy")
	c.Serial = Serial("carrier " + text)
	name := carrierName(text)
	c.Subject, c.Issuer = name, name
	var short Name
	short.Add(cert.OIDCommonName, UTF8, text)
	directory := DirectoryName(short)
	other := OtherName("1.2.3.4.6", Text(UTF8, text))
	mailbox := SmtpUTF8Mailbox(text + "@example.com")
	names := [][]byte{
		RFC822Name(text), RFC822Name(text + "@example.com"), mailbox, UPN(text), other, DNSName(text), directory, EDIPartyName(text), URI(text),
	}
	point := DistributionPoint(FullName(URI(text), directory), CRLIssuer(directory))
	relative := DistributionPoint(RelativeName(Attribute{Type: cert.OIDCommonName, Tag: UTF8, Value: text}))
	utf8Text := Text(UTF8, text)
	for _, e := range []Extension{
		SubjectAltName(names...), IssuerAltName(names...),
		AuthorityKeyID(SubCAKey().ID(), Context(1, names...), Retag(0x82, c.Serial)),
		NameConstraints([][]byte{Subtree(RFC822Name(text)), Subtree(DNSName(text))}, [][]byte{Subtree(URI(text)), Subtree(directory)}),
		CRLDistributionPoints(point, relative), FreshestCRL(point),
		AuthorityInfoAccess(Access(cert.OIDOCSP, URI(text)), Access(cert.OIDCAIssuers, directory)), SubjectInfoAccess(Access(cert.OIDCARepository, URI(text))),
		PolicyList(Policy(Reserved("sponsor", "legacy"), CPS(text),
			UserNotice(NoticeReference(text, 1), utf8Text), UserNotice(bmp(text)), UserNotice(TLV(IA5, []byte(text))), UserNotice(TLV(Visible, []byte(text))),
			Qualifier("1.2.3.4.9", utf8Text))),
		QCStatements(
			QCStatement(cert.OIDQcLimitValue, Sequence(TLV(Printable, []byte(text)), Integer(1), Integer(2))),
			QCStatement(cert.OIDQcPDS, Sequence(Sequence(TLV(IA5, []byte(text)), TLV(Printable, []byte(text))))),
			QCStatement(cert.OIDQcCClegislation, Sequence(TLV(Printable, []byte(text)))),
			QCStatement(cert.OIDQCSyntaxV2, Sequence(OID(cert.OIDSemanticsNatural), Sequence(URI(text)))), QCStatement("1.2.3.4.12", utf8Text)),
		SubjectDirectoryAttributes(DirectoryAttribute(cert.OIDPlaceOfBirth, utf8Text), DirectoryAttribute(cert.OIDCountryOfCitizenship, TLV(Printable, []byte(text))),
			DirectoryAttribute(cert.OIDDateOfBirth, TLV(GeneralizedTime, []byte(text))), DirectoryAttribute("1.2.3.4.13", utf8Text)),
		{OID: cert.OIDLEI, Value: TLV(Printable, []byte(text))},
		{OID: cert.OIDLEIRole, Value: TLV(Printable, []byte(text))},
		{OID: cert.OIDCABFOrganizationIdentifier, Value: Sequence(TLV(Printable, []byte(text)), TLV(Printable, []byte(text)), ContextPrimitive(0, []byte(text)), utf8Text)},
		AdobeTimestamp(text),
		{OID: cert.OIDMSTemplateName, Value: bmp(text)},
		{OID: cert.OIDMSNTDSSecurity, Value: Sequence(OtherName(cert.OIDMSNTDSObjectSID, OctetString([]byte(text))))},
		{OID: cert.OIDNetscapeComment, Value: TLV(IA5, []byte(text))},
		{OID: cert.OIDNetscapeBaseURL, Value: TLV(IA5, []byte(text))},
		{OID: "1.3.6.1.4.1.99999.1", Value: utf8Text},
	} {
		c.SetExtension(e)
	}
	return c
}

// carrierName is a name with the text in an attribute of each type that the reader
// knows, of one that it does not, and in a string of each type.
func carrierName(text string) Name {
	var n Name
	for _, oid := range []cert.OID{
		cert.OIDCommonName, cert.OIDSurname, cert.OIDSerialNumber, cert.OIDCountryName, cert.OIDLocalityName, cert.OIDStateOrProvinceName, cert.OIDStreetAddress,
		cert.OIDOrganizationName, cert.OIDOrganizationalUnitName, cert.OIDTitle, cert.OIDDescription, cert.OIDBusinessCategory, cert.OIDPostalAddress, cert.OIDPostalCode,
		cert.OIDPostOfficeBox, cert.OIDTelephoneNumber, cert.OIDName, cert.OIDGivenName, cert.OIDInitials, cert.OIDGenerationQualifier, cert.OIDUniqueIdentifier,
		cert.OIDDNQualifier, cert.OIDPseudonym, cert.OIDRole, cert.OIDOrganizationIdentifier, cert.OIDUserID, cert.OIDMail, cert.OIDDomainComponent, cert.OIDEmailAddress,
		cert.OIDUnstructuredName, cert.OIDUnstructuredAddress, cert.OIDJurisdictionLocalityName, cert.OIDJurisdictionStateOrProvinceName, cert.OIDJurisdictionCountryName,
		"1.2.3.4.5",
	} {
		n.AddRDN(Attribute{Raw: Sequence(OID(oid), Text(UTF8, text))})
	}
	for _, tag := range []byte{Numeric, Printable, Teletex, IA5, Visible} {
		n.AddRDN(Attribute{Raw: Sequence(OID(cert.OIDCommonName), TLV(tag, []byte(text)))})
	}
	n.AddRDN(Attribute{Raw: Sequence(OID(cert.OIDCommonName), bmp(text))}, Attribute{Raw: Sequence(OID(cert.OIDTitle), Text(Universal, text))})
	return n
}

// bmp is a BMPString with the text in UTF-16; what is a surrogate in octets of
// UTF-8 stands in it alone, and another octet that is no UTF-8 for itself.
func bmp(text string) []byte {
	var units []uint16
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case size > 1 || r < utf8.RuneSelf:
			units = utf16.AppendRune(units, r)
		case len(text) >= 3 && text[0] == 0xed && text[1] >= 0xa0:
			size = 3
			units = append(units, uint16(text[0]&0x0f)<<12|uint16(text[1]&0x3f)<<6|uint16(text[2]&0x3f))
		default:
			size = 1
			units = append(units, uint16(text[0]))
		}
		text = text[size:]
	}
	var b strings.Builder
	for _, unit := range units {
		b.WriteByte(byte(unit >> 8))
		b.WriteByte(byte(unit))
	}
	return TLV(BMP, []byte(b.String()))
}
