package smime

// The bounds of this package.
const (
	MaxParts      = 1000     // parts of one message, whatever they lie in
	MaxDepth      = 32       // parts within parts, and layers of CMS
	MaxUnpacked   = 32 << 20 // bytes of all compressed content of one message, unpacked
	MaxFields     = 2000     // header fields of one part
	MaxAddresses  = 100      // addresses of one header field
	MaxSignatures = 64       // signatures checked
	maxText       = 4 << 20  // bytes of a part that is searched for certificates
)
