package smime

import (
	"bytes"
	"errors"
	"slices"

	"sealglass/cert"
	"sealglass/cms"
	"sealglass/inspect"
	"sealglass/signature"
)

// check compares content and signature (RFC 5652 5.6). The content may be given
// in several forms that differ in their line breaks only; one that fits is enough.
func check(s *cms.Signer, contentType cert.OID, key *cert.PublicKey, forms []*signature.Message) (inspect.SignatureResult, string) {
	hash := signature.Hash(s.Digest.OID)
	if hash == 0 {
		return inspect.SignatureNotChecked, inspect.ReasonAlgorithm
	}
	covered := forms
	if s.SignedAttributes != nil {
		if s.MessageDigest == nil || s.ContentType != contentType && s.ContentType != "" {
			return inspect.SignatureNotChecked, inspect.ReasonUnreadable
		}
		if !slices.ContainsFunc(forms, func(m *signature.Message) bool { return bytes.Equal(m.Digest(hash), s.MessageDigest) }) {
			return inspect.ContentAltered, ""
		}
		covered = []*signature.Message{{Octets: s.SignedAttributes}, {Octets: s.SortedAttributes}}
	}
	outcome := signature.ErrWrong
	for _, m := range covered {
		err := signature.Verify(&s.Signature, hash, key, m, s.Value)
		switch {
		case err == nil:
			return inspect.SignatureHolds, ""
		case errors.Is(err, signature.ErrAlgorithm):
			return inspect.SignatureNotChecked, inspect.ReasonAlgorithm
		}
		outcome = err
	}
	if errors.Is(outcome, signature.ErrAltered) && s.SignedAttributes == nil {
		return inspect.ContentAltered, ""
	}
	return inspect.SignatureWrong, ""
}
