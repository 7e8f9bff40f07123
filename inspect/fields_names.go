package inspect

import (
	"strconv"

	"sealglass/cert"
)

// nameParts adds the parts of the extensions that hold names and addresses. It
// says false for any other extension.
func (b *builder) nameParts(e *cert.Extension, path string) bool {
	c := b.c
	switch {
	case c.SubjectAltName != nil && is(c.SubjectAltName.Extension, e):
		b.generalNames(path+".names", "", c.SubjectAltName.Names)
	case c.IssuerAltName != nil && is(c.IssuerAltName.Extension, e):
		b.generalNames(path+".names", "", c.IssuerAltName.Names)
	case c.CRLDistributionPoints != nil && is(c.CRLDistributionPoints.Extension, e):
		b.distributionPoints(path, c.CRLDistributionPoints)
	case c.FreshestCRL != nil && is(c.FreshestCRL.Extension, e):
		b.distributionPoints(path, c.FreshestCRL)
	case c.AuthorityInfoAccess != nil && is(c.AuthorityInfoAccess.Extension, e):
		b.infoAccess(path, c.AuthorityInfoAccess)
	case c.SubjectInfoAccess != nil && is(c.SubjectInfoAccess.Extension, e):
		b.infoAccess(path, c.SubjectInfoAccess)
	case c.NameConstraints != nil && is(c.NameConstraints.Extension, e):
		b.subtrees(path+".permittedSubtrees", "Permitted: ", c.NameConstraints.Permitted)
		b.subtrees(path+".excludedSubtrees", "Excluded: ", c.NameConstraints.Excluded)
	default:
		return false
	}
	return true
}

func (b *builder) generalNames(path, prefix string, names []cert.GeneralName) {
	for i := range names {
		b.generalName(index(path, i), prefix, &names[i])
	}
}

// generalName adds one name. What did not decode keeps its bytes.
func (b *builder) generalName(path, prefix string, n *cert.GeneralName) {
	value := b.generalNameText(n)
	if n.Fault != "" && value == "" {
		value = octets(n.In(b.c.Raw))
	}
	b.add(path, prefix+generalNameLabel(n), value, n.Span)
}

// generalNameLabel names the form of a GeneralName (RFC 5280 4.2.1.6) for people.
func generalNameLabel(n *cert.GeneralName) string {
	switch n.Kind {
	case cert.OtherName:
		switch n.Type {
		case cert.OIDSmtpUTF8Mailbox:
			return "Mailbox (SmtpUTF8Mailbox)"
		case cert.OIDUPN:
			return "User principal name (UPN)"
		case "":
			return "Other name"
		}
		return "Other name (" + nameOr(n.Type) + ")"
	case cert.RFC822Name:
		return "Mailbox (rfc822Name)"
	case cert.DNSName:
		return "DNS name"
	case cert.X400Address:
		return "X.400 address"
	case cert.DirectoryName:
		return "Directory name"
	case cert.EDIPartyName:
		return "EDI party name"
	case cert.URIName:
		return "Address (URI)"
	case cert.IPAddress:
		return "IP address"
	case cert.RegisteredID:
		return "Registered ID"
	}
	return "Name of form " + strconv.Itoa(int(n.Kind))
}

func (b *builder) generalNameText(n *cert.GeneralName) string {
	switch {
	case n.Kind == cert.DirectoryName:
		return nameText(n.Directory)
	case n.Kind == cert.RegisteredID && n.Registered != "":
		return named(n.Registered)
	case n.Text != "":
		return n.Text
	case n.Kind == cert.OtherName && n.Str.Tag == 0 && n.Value.Length > 0:
		return dump(n.Value.In(b.c.Raw))
	case n.Kind == cert.X400Address || n.Kind == cert.EDIPartyName:
		return dump(n.In(b.c.Raw))
	}
	return ""
}

func (b *builder) distributionPoints(path string, x *cert.DistributionPoints) {
	for i := range x.Points {
		p := &x.Points[i]
		point := index(path+".points", i)
		b.generalNames(point+".fullName", "Revocation list: ", p.FullName)
		if p.RelativeName.Length > 0 {
			b.add(point+".nameRelativeToCRLIssuer", "Revocation list, relative name", dump(p.RelativeName.In(b.c.Raw)), p.RelativeName)
		}
		if p.Reasons.Present {
			b.add(point+".reasons", "Reasons covered", reasonsText(p.Reasons), p.Reasons.Span)
		}
		b.generalNames(point+".cRLIssuer", "Issuer of the revocation list: ", p.CRLIssuer)
		if p.FullName == nil && p.CRLIssuer == nil && p.RelativeName.Length == 0 && !p.Reasons.Present {
			b.add(point, "Distribution point", "", p.Span)
		}
	}
}

// reasonNames are the bits of ReasonFlags in their order (RFC 5280 4.2.1.13).
var reasonNames = [...]string{
	"unused", "keyCompromise", "cACompromise", "affiliationChanged", "superseded",
	"cessationOfOperation", "certificateHold", "privilegeWithdrawn", "aACompromise",
}

func reasonsText(bits cert.BitString) string {
	text := ""
	for i, name := range reasonNames {
		if i/8 < len(bits.Bytes) && bits.Bytes[i/8]&(0x80>>(i%8)) != 0 {
			if text != "" {
				text += ", "
			}
			text += name
		}
	}
	return text
}

func (b *builder) infoAccess(path string, x *cert.InfoAccess) {
	for i := range x.Descriptions {
		d := &x.Descriptions[i]
		label := "Access (" + nameOr(d.Method) + "): "
		switch d.Method {
		case cert.OIDOCSP:
			label = "Revocation service (OCSP): "
		case cert.OIDCAIssuers:
			label = "Issuer's certificate: "
		case cert.OIDCARepository:
			label = "Repository of the issuer: "
		}
		b.generalName(index(path+".descriptions", i), label, &d.Location)
	}
}

func (b *builder) subtrees(path, prefix string, trees []cert.GeneralSubtree) {
	for i := range trees {
		t := &trees[i]
		b.generalName(index(path, i)+".base", prefix, &t.Base)
		if t.Minimum.Present {
			b.add(index(path, i)+".minimum", prefix+"minimum", integer(t.Minimum), t.Minimum.Span)
		}
		if t.Maximum.Present {
			b.add(index(path, i)+".maximum", prefix+"maximum", integer(t.Maximum), t.Maximum.Span)
		}
	}
}
