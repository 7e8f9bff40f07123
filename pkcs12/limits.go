package pkcs12

// The bounds of this package.
const (
	// MaxIterations bounds the iterations of key derivation for one file, all of
	// its parts and all encodings of the password together.
	MaxIterations = 10_000_000
	// MaxBags bounds the certificates, keys and other things in one file.
	MaxBags = 4096
	// maxSafes bounds the SafeContents, which may lie within each other.
	maxSafes = 256
)
