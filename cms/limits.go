package cms

// The bounds of this package. What lies beyond one of them is left out, and
// Message.More says so.
const (
	MaxCertificates = 4096
	MaxSigners      = 64
	MaxRecipients   = 1000
)
