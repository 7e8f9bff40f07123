package inspect

import (
	"encoding/hex"
	"strconv"
	"strings"

	"sealglass/cert"
)

// summarize answers what a person asks first about a certificate.
func summarize(c *cert.Certificate) Summary {
	addresses := mailboxes(c.SubjectAltName, &c.Subject)
	listed := addresses[:min(len(addresses), MaxMailboxes)]
	return Summary{
		Mailboxes: listed, MoreMailboxes: len(addresses) - len(listed),
		Name:         personName(c.Subject),
		Organization: attributeText(c.Subject, cert.OIDOrganizationName),
		Issuer:       displayName(c.Issuer),
		NotBefore:    rfc3339(c.Validity.NotBefore),
		NotAfter:     rfc3339(c.Validity.NotAfter),
		CanSign:      canSign(c),
		CanEncrypt:   canEncrypt(c),
		SerialNumber: hex.EncodeToString(c.SerialNumber.Bytes),
		Key:          keyName(&c.PublicKey),
	}
}

// Mailboxes lists the mailbox addresses of a certificate.
func Mailboxes(c *cert.Certificate) []string { return mailboxes(c.SubjectAltName, &c.Subject) }

// mailboxes lists the mailbox addresses: those of the subjectAltName first
// (rfc822Name and SmtpUTF8Mailbox, in their order), then the subject's
// emailAddress. One address is listed once, whatever the case of its letters.
func mailboxes(alternative *cert.AltName, subject *cert.Name) []string {
	var list []string
	seen := map[string]bool{}
	add := func(address string) {
		key := strings.ToLower(address)
		if address == "" || seen[key] {
			return
		}
		seen[key] = true
		list = append(list, address)
	}
	if alternative != nil {
		for i := range alternative.Names {
			if n := &alternative.Names[i]; isMailboxName(n) {
				add(n.Text)
			}
		}
	}
	for _, rdn := range subject.RDNs {
		for _, a := range rdn.Attributes {
			if a.Type == cert.OIDEmailAddress || a.Type == cert.OIDMail {
				add(a.Value.Text)
			}
		}
	}
	return list
}

// isMailboxName says whether a name is a mailbox (SBR 1.1).
func isMailboxName(n *cert.GeneralName) bool {
	return n.Kind == cert.RFC822Name || n.Kind == cert.OtherName && n.Type == cert.OIDSmtpUTF8Mailbox
}

// personName is the person's name or pseudonym as the subject has it: given
// name and surname, else the pseudonym, else a commonName that is neither a
// mailbox nor the organization. Empty where there is none.
func personName(subject cert.Name) string {
	given, surname := attributeText(subject, cert.OIDGivenName), attributeText(subject, cert.OIDSurname)
	if given != "" || surname != "" {
		return strings.TrimSpace(given + " " + surname)
	}
	if pseudonym := attributeText(subject, cert.OIDPseudonym); pseudonym != "" {
		return pseudonym
	}
	name := attributeText(subject, cert.OIDCommonName)
	if strings.Contains(name, "@") || name == attributeText(subject, cert.OIDOrganizationName) {
		return ""
	}
	return name
}

// DisplayName names a CA for people, as the reports do.
func DisplayName(n cert.Name) string { return displayName(n) }

// displayName names an issuer for people: its commonName, with the organization
// where the one does not contain the other; else whatever it has.
func displayName(n cert.Name) string {
	name, organization := attributeText(n, cert.OIDCommonName), attributeText(n, cert.OIDOrganizationName)
	switch {
	case name == "" && organization == "":
		return firstText(n)
	case name == "":
		return organization
	case organization == "" || strings.Contains(strings.ToLower(name), strings.ToLower(organization)):
		return name
	}
	return name + ", " + organization
}

// attributeText is the text of the first attribute of the type, empty without one.
func attributeText(n cert.Name, attribute cert.OID) string {
	for _, rdn := range n.RDNs {
		for i := range rdn.Attributes {
			if a := &rdn.Attributes[i]; a.Type == attribute {
				return a.Value.Text
			}
		}
	}
	return ""
}

func firstText(n cert.Name) string {
	for _, rdn := range n.RDNs {
		for i := range rdn.Attributes {
			if text := rdn.Attributes[i].Value.Text; text != "" {
				return text
			}
		}
	}
	return ""
}

// rfc3339 is a time as RFC 3339 has it, in UTC; empty where it could not be read.
func rfc3339(t cert.Time) string {
	if !t.OK {
		return ""
	}
	return cert.RFC3339(t.Time)
}

// keyName names a key for people: "RSA 2048", "EC P-256".
func keyName(k *cert.PublicKey) string {
	if (k.Type == cert.RSAKey || k.Type == cert.RSAPSSKey || k.Type == cert.DSAKey) && k.Size > 0 {
		return k.Name + " " + strconv.Itoa(k.Size)
	}
	return k.Name
}
