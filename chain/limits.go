package chain

// The bounds of one call of [Find]. A bundle of certificates that could all have
// signed each other has more paths than anyone can walk; beyond a bound the result
// says so.
const (
	MaxTargets  = 256     // certificates whose paths are looked for
	MaxDepth    = 12      // links of a path
	MaxPaths    = 8       // paths of one certificate
	MaxSteps    = 200     // links tried for one certificate
	MaxTried    = 8_000   // links tried for all of them
	MaxEffort   = 50_000  // spent on signatures: a second of the Worker; see effort
	MaxPairs    = 1 << 19 // pairs of a name and a subtree that are compared
	MaxPolicies = 1 << 17 // policies and mappings that are processed, on all paths
)
