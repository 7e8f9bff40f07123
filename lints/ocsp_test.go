package lints

import (
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

type answerEdit = func(*gen.OCSPResponse)

var ocspCases = []testCase{
	{name: "good", ocsp: answer(issuedOne), issuer: gen.SubCA, covered: issuedOne, responder: gen.OCSPSigner},
	{name: "alone", ocsp: answer(issuedOne)},
	{name: "tryLater", ocsp: answer(issuedOne, func(r *gen.OCSPResponse) { r.Status, r.NoResponse = 3, true }), covered: issuedOne},
	{
		name: "of another kind", ocsp: answer(issuedOne, func(r *gen.OCSPResponse) { r.ResponseType = "1.3.6.1.5.5.7.48.1.99" }), covered: issuedOne,
		want: []string{"error ocsp-not-basic"},
	},

	{
		name: "a responder without a purpose", ocsp: answer(issuedOne), responder: based(gen.OCSPSigner, without(cert.OIDExtKeyUsage)),
		want: []string{"error ocsp-responder-purpose-missing"},
	},
	{
		name: "a responder for email", ocsp: answer(issuedOne), responder: based(gen.OCSPSigner, purposesOf(cert.OIDEmailProtection)),
		want: []string{"error ocsp-responder-purpose-missing"},
	},
	{
		name: "a responder whose purposes do not decode", ocsp: answer(issuedOne), responder: based(gen.OCSPSigner, withValue(cert.OIDExtKeyUsage, gen.Null())),
	},
	{
		name: "a responder without nocheck", ocsp: answer(issuedOne), responder: based(gen.OCSPSigner, without(cert.OIDOCSPNoCheck)),
		want: []string{"error ocsp-responder-nocheck-missing"},
	},
	{
		name: "a responder of another CA", ocsp: answer(issuedOne), issuer: gen.SubCA, responder: based(gen.OCSPSigner, underRoot),
		want: []string{"error ocsp-responder-of-other-ca"},
	},
	{
		name: "by the CA itself, whose key may not", ocsp: answer(issuedOne, byCA(gen.SubCAKey())), issuer: gen.SubCA,
		want: []string{"error ocsp-signer-key-usage"},
	},
	{
		name: "by the CA itself, whose key may", ocsp: answer(issuedOne, byCA(gen.SubCAKey())),
		issuer: based(gen.SubCA, with(gen.KeyUsage(cert.KeyCertSign|cert.CRLSign|cert.DigitalSignature))),
	},
	{
		name: "by the CA itself, from before the rules", ocsp: answer(issuedOne, byCA(gen.SubCAKey())),
		issuer: based(gen.SubCA, dated("2023-08-31")),
	},
	{
		name: "by the CA itself, without keyUsage", ocsp: answer(issuedOne, byCA(gen.SubCAKey())),
		issuer: based(gen.SubCA, without(cert.OIDKeyUsage)),
	},
	{
		name: "by the CA itself, with SHA-1", ocsp: answer(issuedOne, byCA(gen.SubCAKey()), answerAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1))),
		issuer: based(gen.SubCA, with(gen.KeyUsage(cert.KeyCertSign|cert.CRLSign|cert.DigitalSignature))),
		want:   []string{"error ocsp-signature-algorithm"},
	},
	{
		name: "by a responder, with SHA-1", ocsp: answer(issuedOne, answerAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1))),
		issuer: gen.SubCA, responder: gen.OCSPSigner,
	},

	{name: "eight hours, both ends counted", ocsp: answer(issuedOne, answerLasting(8*time.Hour-time.Second)), covered: issuedOne},
	{
		name: "eight hours less a second, both ends counted", ocsp: answer(issuedOne, answerLasting(8*time.Hour-2*time.Second)), covered: issuedOne,
		want: []string{"error ocsp-under-eight-hours"},
	},
	{name: "an hour, about nobody knows whom", ocsp: answer(issuedOne, answerLasting(time.Hour))},
	{name: "an hour, about another certificate", ocsp: answer(leaf("mailbox", "strict"), answerLasting(time.Hour)), covered: issuedOne},
	{name: "an hour, about a CA", ocsp: answer(gen.SubCA, answerLasting(time.Hour)), covered: gen.SubCA},
	{name: "ten days less a second", ocsp: answer(issuedOne, answerLasting(10*24*time.Hour-time.Second)), covered: issuedOne},
	{
		name: "ten days", ocsp: answer(issuedOne, answerLasting(10*24*time.Hour)), covered: issuedOne,
		want: []string{"notice ocsp-exactly-ten-days"},
	},
	{
		name: "ten days and a second", ocsp: answer(issuedOne, answerLasting(10*24*time.Hour+time.Second)), covered: issuedOne,
		want: []string{"error ocsp-over-ten-days"},
	},
	{
		name: "without nextUpdate", ocsp: answer(issuedOne, func(r *gen.OCSPResponse) { r.Responses[0].NextUpdate = gen.Time{} }), covered: issuedOne,
		want: []string{"notice ocsp-next-update-missing"},
	},

	{
		name: "a revoked CA without a reason", ocsp: answer(gen.SubCA, revokedFor("2026-01-01", gen.NoReason)), covered: gen.SubCA,
		want: []string{"error ocsp-ca-reason-missing"},
	},
	{name: "a revoked CA with a reason", ocsp: answer(gen.SubCA, revokedFor("2026-01-01", 5)), covered: gen.SubCA},
	{name: "another revoked CA without a reason", ocsp: answer(gen.ConstrainedCA, revokedFor("2026-01-01", gen.NoReason)), covered: gen.SubCA},
	{name: "a revoked leaf without a reason", ocsp: answer(issuedOne, revokedFor("2026-03-01", gen.NoReason)), covered: issuedOne},
	{
		name: "reason 0", ocsp: answer(issuedOne, revokedFor("2023-09-01", 0)),
		want: []string{"error ocsp-reason-unspecified"},
	},
	{name: "reason 0 from before the rules", ocsp: answer(issuedOne, revokedFor("2023-08-31 23:59:59", 0))},
	{
		name: "a strict certificate on hold", ocsp: answer(issuedOne, revokedFor("2026-03-01", 6)), covered: issuedOne,
		want: []string{"error ocsp-hold-not-permitted"},
	},
	{
		name: "a CA on hold", ocsp: answer(gen.SubCA, revokedFor("2026-03-01", 6)), covered: gen.SubCA,
		want: []string{"error ocsp-hold-not-permitted"},
	},
	{name: "a multipurpose certificate on hold", ocsp: answer(leaf("sponsor", "multipurpose"), revokedFor("2026-03-01", 6)), covered: leaf("sponsor", "multipurpose")},
	{name: "a serial number that was never issued", ocsp: answer(issuedOne, revokedFor("1970-01-01", 6)), covered: issuedOne},
	{
		name: "the reason in an extension", ocsp: answer(issuedOne, func(r *gen.OCSPResponse) {
			r.Responses[0].Status = gen.Revoked(gen.At("2026-03-01"), 1)
			r.Responses[0].Extensions = []gen.Extension{gen.ReasonCode(1)}
		}), covered: issuedOne,
		want: []string{"error ocsp-reason-code-extension"},
	},
	{name: "a revoked CA with a reason that does not decode", ocsp: answer(gen.SubCA, func(r *gen.OCSPResponse) {
		r.Responses[0].Status = gen.Context(1, gen.At("2026-03-01").Generalized(), gen.Context(0, gen.Null()))
	}), covered: gen.SubCA},
	{name: "a nextUpdate that does not decode", ocsp: answer(issuedOne, func(r *gen.OCSPResponse) {
		r.Responses[0].NextUpdate.Raw = gen.Text(gen.GeneralizedTime, "20261399000000Z")
	}), covered: issuedOne},
	{name: "reason 0, beside a website's certificate", ocsp: answer(gen.TLS, revokedFor("2026-03-01", 0)), covered: gen.TLS},
}

// byCA has the CA itself sign the answer.
func byCA(k *gen.Key) answerEdit { return func(r *gen.OCSPResponse) { r.SignedByCA(k) } }

func answerAlgorithm(algorithm []byte) answerEdit {
	return func(r *gen.OCSPResponse) { r.Algorithm = algorithm }
}

// answerLasting makes nextUpdate follow that long after thisUpdate.
func answerLasting(d time.Duration) answerEdit {
	return func(r *gen.OCSPResponse) {
		r.Responses[0].NextUpdate = gen.Time{Time: r.Responses[0].ThisUpdate.Add(d)}
	}
}

// revokedFor makes the answer that the certificate was revoked.
func revokedFor(day string, reason int) answerEdit {
	return func(r *gen.OCSPResponse) { r.Responses[0].Status = gen.Revoked(gen.At(day), reason) }
}
