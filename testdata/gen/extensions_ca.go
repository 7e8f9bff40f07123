package gen

import "sealglass/cert"

// NameConstraints is a critical nameConstraints; a list that is nil is left out.
func NameConstraints(permitted, excluded [][]byte) Extension {
	var fields [][]byte
	if permitted != nil {
		fields = append(fields, Context(0, permitted...))
	}
	if excluded != nil {
		fields = append(fields, Context(1, excluded...))
	}
	return Extension{OID: cert.OIDNameConstraints, Critical: true, Value: Sequence(fields...)}
}

// Subtree is a GeneralSubtree with this base, and [Minimum] or [Maximum] after it.
func Subtree(base []byte, limits ...[]byte) []byte {
	return Sequence(append([][]byte{base}, limits...)...)
}

// Minimum is the minimum field of a subtree; DER leaves it out where it is 0.
func Minimum(n int64) []byte { return Retag(0x80, Integer(n)) }

// Maximum is the maximum field of a subtree.
func Maximum(n int64) []byte { return Retag(0x81, Integer(n)) }

// PolicyConstraints is a critical policyConstraints of these fields:
// [RequireExplicitPolicy] and [InhibitPolicyMapping].
func PolicyConstraints(fields ...[]byte) Extension {
	return Extension{OID: cert.OIDPolicyConstraints, Critical: true, Value: Sequence(fields...)}
}

// RequireExplicitPolicy is the field requireExplicitPolicy.
func RequireExplicitPolicy(n int64) []byte { return Retag(0x80, Integer(n)) }

// InhibitPolicyMapping is the field inhibitPolicyMapping.
func InhibitPolicyMapping(n int64) []byte { return Retag(0x81, Integer(n)) }

// PolicyMappings is a critical policyMappings of pairs: the issuer's policy, then
// the subject's.
func PolicyMappings(pairs ...cert.OID) Extension {
	var parts [][]byte
	for i := 0; i+1 < len(pairs); i += 2 {
		parts = append(parts, Sequence(OID(pairs[i]), OID(pairs[i+1])))
	}
	return Extension{OID: cert.OIDPolicyMappings, Critical: true, Value: Sequence(parts...)}
}

// InhibitAnyPolicy is a critical inhibitAnyPolicy.
func InhibitAnyPolicy(n int64) Extension {
	return Extension{OID: cert.OIDInhibitAnyPolicy, Critical: true, Value: Integer(n)}
}
