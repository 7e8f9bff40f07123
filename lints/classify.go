package lints

import (
	"bytes"
	"strings"

	"sealglass/cert"
)

// Scope is the reason why a certificate is, or is not, one that the SBR speak of.
type Scope string

// The reasons. A chain that leads to no known root may still put a certificate
// outside the SBR (SBR 1.1); that is decided where the chain is known.
const (
	// ByPolicy: a reserved policy OID asserts it (SBR 7.1.6.1).
	ByPolicy Scope = "policy"
	// ByPurpose: emailProtection and a mailbox (SBR 1.1).
	ByPurpose Scope = "purpose"
	// ByChoice: the person said what to judge it as.
	ByChoice Scope = "choice"
	// ByIssuance: it issued an S/MIME certificate.
	ByIssuance Scope = "issuance"
	// ByHierarchy: a root, or a CA from before the SBR whose purposes are open.
	ByHierarchy Scope = "hierarchy"
	// OutOfScope: none of these.
	OutOfScope Scope = "none"
)

// Class is what a certificate is judged as.
type Class struct {
	Role       Role
	Profile    Profile
	Generation Generation
	From       ProfileFrom
	Scope      Scope
}

// Override is a person's choice of profile and generation. The zero Override
// leaves both to the certificate.
type Override struct {
	Profile    Profile
	Generation Generation
}

// reservedArc is the arc of the reserved policy identifiers (SBR 7.1.6.1): below
// it stand the profile (1 to 4) and the generation (1 to 3).
const reservedArc = "2.23.140.1.5."

// Reserved reads a reserved policy identifier (SBR 7.1.6.1). ok is false for
// any other OID.
func Reserved(policy cert.OID) (p Profile, g Generation, ok bool) {
	rest, ok := strings.CutPrefix(string(policy), reservedArc)
	if !ok || len(rest) != 3 || rest[1] != '.' ||
		rest[0] < '1' || rest[0] > '4' || rest[2] < '1' || rest[2] > '3' {
		return NoProfile, NoGeneration, false
	}
	return Mailbox << (rest[0] - '1'), Legacy << (rest[2] - '1'), true
}

// reservedPolicies returns the different reserved identifiers of the
// certificate in their order.
func reservedPolicies(c *cert.Certificate) []cert.PolicyInformation {
	if c.Policies == nil {
		return nil
	}
	var found []cert.PolicyInformation
	var seen [4 * 3]bool
	for _, p := range c.Policies.Policies {
		profile, generation, ok := Reserved(p.ID)
		if !ok {
			continue
		}
		if at := bitIndex(uint8(profile))*3 + bitIndex(uint8(generation)); !seen[at] {
			seen[at] = true
			found = append(found, p)
		}
	}
	return found
}

// bitIndex is the position of the lowest bit set.
func bitIndex(set uint8) int {
	i := 0
	for ; set&1 == 0 && i < 7; i++ {
		set >>= 1
	}
	return i
}

// Classify says what a certificate is judged as: its role (SBR 1.1, 1.6.1), and
// for a subscriber certificate the profile and generation that its one reserved
// policy identifier declares (SBR 1.2). With none or several of them profile
// and generation stay open, and only what holds for all applies.
func Classify(c *cert.Certificate, o Override) Class {
	role, scope := classifyRole(c)
	class := Class{Role: role, Scope: scope, Profile: NoProfile, Generation: NoGeneration, From: FromGuess}
	if o != (Override{}) && role&AnyCA == 0 {
		class.Role, class.From = Subscriber, FromOverride
		if scope == OutOfScope {
			class.Scope = ByChoice
		}
	}
	if class.Role != Subscriber {
		return class
	}
	if reserved := reservedPolicies(c); len(reserved) == 1 {
		class.Profile, class.Generation, _ = Reserved(reserved[0].ID)
		if class.From == FromGuess {
			class.From = FromPolicy
		}
	}
	if o.Profile != 0 {
		class.Profile = o.Profile
	}
	if o.Generation != 0 {
		class.Generation = o.Generation
	}
	return class
}

// ClassifyIssuer is Classify for a certificate whose key signed another one, an
// S/MIME subscriber's: whatever its purposes and constraints say, it is that of an
// S/MIME CA then (SBR 1.1).
func ClassifyIssuer(c *cert.Certificate) Class {
	class := Classify(c, Override{})
	if class.Role == OtherRole {
		class.Role, class.Scope = SubCA, ByIssuance
		if selfIssuedRoot(c) {
			class.Role = Root
		}
	}
	return class
}

// sbrStart is the day the SBR came into force (SBR 1.0.0, initial implementation).
const sbrStart Date = "2023-09-01"

// classifyRole finds the role and why.
func classifyRole(c *cert.Certificate) (Role, Scope) {
	reserved := len(reservedPolicies(c)) > 0
	if isCA(c) {
		return classifyCA(c, reserved)
	}
	switch {
	case reserved:
		return Subscriber, ByPolicy
	case mayProtectEmail(c) && (hasMailbox(c) || hasSubjectMailbox(c)):
		return Subscriber, ByPurpose
	case c.ExtKeyUsage.Has(cert.OIDOCSPSigning):
		return OCSPResponder, OutOfScope
	}
	return OtherRole, OutOfScope
}

// classifyCA finds the role of a CA certificate. The SBR bind CAs in the chain
// of an S/MIME certificate; one that restricts itself to other purposes is none.
func classifyCA(c *cert.Certificate, reserved bool) (Role, Scope) {
	open := c.ExtKeyUsage == nil || c.ExtKeyUsage.Has(cert.OIDAnyExtendedKeyUsage)
	email := c.ExtKeyUsage.Has(cert.OIDEmailProtection)
	if selfIssuedRoot(c) {
		if open || email {
			return Root, ByHierarchy
		}
		return OtherRole, OutOfScope
	}
	switch {
	case email:
		return SubCA, ByPurpose
	case reserved:
		return SubCA, ByPolicy
	case open && c.Validity.NotBefore.OK && day(c.Validity.NotBefore.Time) < sbrStart:
		return SubCA, ByHierarchy
	}
	return OtherRole, OutOfScope
}

// isCA says whether the certificate is that of a CA. An end entity's certificate
// that claims cA by mistake (it names a mailbox, and its key may not sign
// certificates) is not taken for one, and a CA's that lacks basicConstraints is,
// so that the mistakes can be reported.
func isCA(c *cert.Certificate) bool {
	switch {
	case c.BasicConstraints != nil:
		return c.BasicConstraints.CA && (signsCertificates(c) || !hasMailbox(c))
	case c.Unreadable(string(PartBasicConstraints)) != nil:
		return signsCertificates(c)
	}
	return signsCertificates(c) && !hasMailbox(c) && !hasSubjectMailbox(c)
}

func signsCertificates(c *cert.Certificate) bool {
	return c.KeyUsage != nil && c.KeyUsage.Usage&cert.KeyCertSign != 0
}

// selfIssuedRoot says whether the certificate names itself as its issuer and
// its key identifiers do not contradict that (a CA's certificate for its own
// next key is self-issued too, but no root).
func selfIssuedRoot(c *cert.Certificate) bool {
	if !c.Issuer.Present || !bytes.Equal(c.Issuer.In(c.Raw), c.Subject.In(c.Raw)) {
		return false
	}
	if c.AuthorityKeyID == nil || c.AuthorityKeyID.KeyID == nil || c.SubjectKeyID == nil {
		return true
	}
	return bytes.Equal(c.AuthorityKeyID.KeyID, c.SubjectKeyID.KeyID)
}

// mayProtectEmail says whether the purposes include emailProtection, or cannot
// be read.
func mayProtectEmail(c *cert.Certificate) bool {
	if c.ExtKeyUsage == nil {
		return c.Unreadable(string(PartExtKeyUsage)) != nil
	}
	return c.ExtKeyUsage.Has(cert.OIDEmailProtection)
}

// hasMailbox says whether the subjectAltName names a mailbox (SBR 1.1), or
// cannot be read.
func hasMailbox(c *cert.Certificate) bool {
	if c.SubjectAltName == nil {
		return c.Unreadable(string(PartSubjectAltName)) != nil
	}
	for i := range c.SubjectAltName.Names {
		n := &c.SubjectAltName.Names[i]
		if n.Kind == cert.RFC822Name || n.Kind == cert.OtherName && n.Type == cert.OIDSmtpUTF8Mailbox {
			return true
		}
	}
	return false
}

// hasSubjectMailbox says whether the subject names a mailbox: in emailAddress,
// or as a whole commonName.
func hasSubjectMailbox(c *cert.Certificate) bool {
	for _, rdn := range c.Subject.RDNs {
		for i := range rdn.Attributes {
			a := &rdn.Attributes[i]
			if a.Type == cert.OIDEmailAddress || a.Type == cert.OIDCommonName && strings.Count(a.Value.Text, "@") == 1 &&
				!strings.ContainsAny(a.Value.Text, " <>") {
				return true
			}
		}
	}
	return false
}
