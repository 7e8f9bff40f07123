package lints

// Version is one version of the S/MIME Baseline Requirements (SBR 1.2.1).
type Version struct {
	Number string
	Ballot string
	// Published is the day of the document. A change holds from then unless one
	// of Dates says otherwise.
	Published Date
	// Certificates says what changed for a certificate, a CRL or an OCSP
	// response; empty when nothing did.
	Certificates string
	// Dates are the later days on which a part of it comes into force.
	Dates []Effective
}

// Effective is a day on which a part of a version comes into force.
type Effective struct {
	Date Date
	What string
}

// Versions lists the versions of the SBR, the oldest first.
var Versions = [...]Version{
	{"1.0.0", "SMC01", "2023-01-01", "Everything: the first version.", []Effective{
		{sbrStart, "The Requirements apply to certificates issued from now on."},
	}},
	{"1.0.1", "SMC03", "2023-08-11", "Key usage of Ed25519 and Ed448, pseudonyms, subdivisions of up to three characters, what a mailbox address is, CAs from before the Requirements.", []Effective{
		{"2024-09-15", "New certificates come from CAs that follow the Requirements."},
	}},
	{"1.0.2", "SMC04", "2023-12-08", "", nil},
	{"1.0.3", "SMC05", "2024-02-20", "", nil},
	{"1.0.4", "SMC06", "2024-05-11", "Names in a pseudonymous certificate, parts of an address that need others, XX for countries without a code, VAT prefixes, extensions of open standards.", nil},
	{"1.0.5", "SMC07", "2024-07-15", "", nil},
	{"1.0.6", "SMC08", "2024-08-29", "Domains in international addresses in their ASCII form (RFC 9598).", []Effective{
		{"2025-07-15", "No new certificates of the Legacy generation."},
	}},
	{"1.0.7", "SMC09", "2024-11-22", "TAX and EID for natural persons; European register entries at country level.", nil},
	{"1.0.8", "SMC010", "2024-12-22", "", nil},
	{"1.0.9", "SMC011", "2025-05-14", "Structure of organizationIdentifier, European Unique Identifiers.", nil},
	{"1.0.10", "SMC012", "2025-07-02", "A directoryName in the alternative names follows the tables of the profiles.", nil},
	{"1.0.11", "SMC013", "2025-08-22", "ML-DSA and ML-KEM are permitted.", nil},
	{"1.0.12", "SMC014", "2025-10-13", "", nil},
	{"1.0.13", "SMC015v2", "2026-03-27", "", nil},
	{"1.0.14", "SMC016", "2026-05-05", "The end of SHA-1, in older CA certificates too.", []Effective{
		{"2026-09-15", "No certificate is signed with SHA-1."},
	}},
	{"1.0.15", "SMC017v2", "2026-07-30", "Longer RSA keys of CAs.", []Effective{
		{"2026-09-15", "RSA keys in new CA certificates have at least 4096 bits."},
		{"2027-09-15", "Certificates come from CAs with RSA keys of at least 3072 bits."},
	}},
	{"1.0.16", "SMC018", "2026-09-28", "Purposes of cross certificates, and from 2027 of all.", []Effective{
		{"2027-07-01", "No purposes but email and client authentication."},
	}},
}
