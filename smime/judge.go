package smime

import (
	"strings"

	"sealglass/inspect"
)

// judge says why a message gives no certificate, or not all of them.
func (r *reader) judge() {
	switch {
	case len(r.found.Certificates) > 0 && !r.notes.damaged:
	case len(r.found.Certificates) == 0 && r.notes.encrypted:
		r.found.Error = inspect.Encrypted(&r.report)
	case len(r.found.Certificates) == 0 && len(r.report.Signatures) > 0:
		r.found.Error = inspect.SignerMissing(&r.report.Signatures[0].Signer)
	case r.notes.damaged:
		r.found.Error = &inspect.InputError{
			Code:    inspect.CodeTruncated,
			Message: "This message is damaged or stops early: a part of it cannot be read. Save it again from your mail program, and whole.",
		}
	case r.notes.openPGP:
		r.found.Error = &inspect.InputError{
			Code:    inspect.CodeOpenPGPMessage,
			Message: "This message is signed or encrypted with OpenPGP only. This page reads S/MIME, which is another kind: there is no certificate in it.",
		}
	case r.notes.winmail:
		r.found.Error = &inspect.InputError{
			Code:    string(inspect.Winmail),
			Message: "This message holds a winmail.dat, in which Outlook hides what it sends, and no certificate outside of it. Ask the sender to send it as plain text or HTML.",
		}
	default:
		r.found.Error = &inspect.InputError{
			Code:    inspect.CodeUnsigned,
			Message: "This message is not signed, and no certificate is attached to it. Ask the sender for a signed one, or choose the certificate (.cer, .crt, .pem).",
		}
	}
}

// allIn says whether every address is held, whatever the case of the letters.
func allIn(addresses, held []string) bool {
	for _, a := range addresses {
		found := false
		for _, h := range held {
			found = found || strings.EqualFold(a, h)
		}
		if !found {
			return false
		}
	}
	return true
}
