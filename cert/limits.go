package cert

// The bounds of the reader (design: budgets). Beyond one of them reading of
// that part stops and a Fault with FaultLimit says so.
const (
	MaxCertificate = 128 << 10 // bytes; a larger one is shown as a tree only
	MaxDepth       = 64        // nesting of the ASN.1 tree
	MaxNodes       = 20_000    // nodes of the ASN.1 tree
	// MaxRevoked bounds the entries read of one CRL. They do not count as nodes of
	// its tree; the smallest entry has 20 bytes, so 4 MiB hold no more.
	MaxRevoked  = 1 << 18
	StepSize    = 16 << 10 // bytes; see [ParseCRLInSteps]
	MaxOIDBytes = 4 << 10  // content octets of one OBJECT IDENTIFIER
	// MaxConstraintPairs bounds how many pairs of a name and a subtree are compared.
	MaxConstraintPairs = 1 << 18
	MaxModulusBits     = 16_384 // RSA moduli above are read, not calculated with
	MaxExponent        = 32     // bits; RSA exponents above are read, not calculated with
)
