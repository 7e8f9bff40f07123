package lints

// areas lists the rules of each area of a certificate in the order of the
// catalogue. A new area adds one line.
var areas = [...][]Rule{
	scopeRules,
	encodingRules,
	versionRules,
	serialRules,
	sigAlgorithmRules,
	issuerNameRules,
	validityRules,
	attributeStringRules,
	subjectTableRules,
	metadataRules,
	commonNameRules,
	pseudonymRules,
	personNameRules,
	organizationRules,
	organizationIDRules,
	organizationIDCountryRules,
	euidRules,
	naturalPersonRules,
	emailAddressRules,
	addressRules,
	keyAlgorithmRules,
	rsaKeyRules,
	ecKeyRules,
	weakKeyRules,
	knownKeyRules,
	policyRules,
	qualifierRules,
	keyUsageRules,
	extKeyUsageRules,
	basicConstraintsRules,
	keyIdentifierRules,
	sanRules,
	sanMailboxRules,
	idnaRules,
	directoryNameRules,
	crldpRules,
	aiaRules,
	optionalRules,
	leiRules,
	caOnlyExtensionRules,
	caSubjectRules,
	caConstraintRules,
	caExtKeyUsageRules,
	caExtensionRules,
	constrainedRules,
	issuerRules,
	severalRules,
	crlRules,
	ocspRules,
	rfcRules,
	etsiRules,
	mozillaRules,
	appleRules,
	gmailRules,
	microsoftRules,
	ccadbRules,
	draftRules,
}

// Catalogue returns every rule in a fixed order: the areas of a certificate in
// the order of their fields, then what stands outside it. The slice is the
// caller's own.
func Catalogue() []Rule {
	n := 0
	for _, area := range areas {
		n += len(area)
	}
	all := make([]Rule, 0, n)
	for _, area := range areas {
		all = append(all, area...)
	}
	return all
}
