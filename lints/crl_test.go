package lints

import (
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

type listEdit = func(*gen.RevocationList)

var crlCases = []testCase{
	{name: "alone", crl: revocation()},
	{name: "beside a leaf", crl: revocation(), issuer: gen.SubCA, covered: issuedOne},
	{name: "without entries", crl: revocation(func(l *gen.RevocationList) { l.Entries = nil })},
	{name: "without nextUpdate", crl: revocation(func(l *gen.RevocationList) { l.NextUpdate = gen.Time{} }), covered: issuedOne},

	{name: "ten days, beside a leaf", crl: revocation(listLasting(10 * 24 * time.Hour)), covered: issuedOne},
	{
		name: "ten days and a second, beside a leaf", crl: revocation(listLasting(10*24*time.Hour + time.Second)), covered: issuedOne,
		want: []string{"error crl-over-ten-days"},
	},
	{name: "ten days, for users", crl: revocation(listLasting(10*24*time.Hour), listPoint(gen.OnlyUserCerts()))},
	{
		name: "ten days and a second, for users", crl: revocation(listLasting(10*24*time.Hour+time.Second), listPoint(gen.OnlyUserCerts())),
		want: []string{"error crl-over-ten-days"},
	},
	{
		name: "two years, for users", crl: revocation(listLasting(730*24*time.Hour), listPoint(gen.OnlyUserCerts())),
		want: []string{"error crl-over-ten-days"},
	},
	{name: "ten days, for nobody knows whom", crl: revocation(listLasting(10 * 24 * time.Hour))},
	{
		name: "ten days and a second, for nobody knows whom", crl: revocation(listLasting(10*24*time.Hour + time.Second)),
		want: []string{"notice crl-over-ten-days-unknown"},
	},
	{
		name: "twelve months, for nobody knows whom", crl: revocation(listUntil("2027-10-14 06:00:00")),
		want: []string{"notice crl-over-ten-days-unknown"},
	},
	{
		name: "twelve months and a second, for nobody knows whom", crl: revocation(listUntil("2027-10-14 06:00:01")),
		want: []string{"error crl-over-twelve-months"},
	},
	{name: "twelve months, for CAs", crl: revocation(listUntil("2027-10-14 06:00:00"), listPoint(gen.OnlyCACerts()))},
	{
		name: "twelve months and a second, for CAs", crl: revocation(listUntil("2027-10-14 06:00:01"), listPoint(gen.OnlyCACerts())),
		want: []string{"error crl-over-twelve-months"},
	},
	{
		name: "two years, for CAs", crl: revocation(listUntil("2028-10-14 06:00:00"), listPoint(gen.OnlyCACerts())),
		want: []string{"error crl-over-twelve-months"},
	},
	{
		name: "eleven days, beside a CA", crl: revocation(listLasting(11 * 24 * time.Hour)), covered: gen.SubCA,
		want: []string{"notice crl-over-ten-days-unknown"},
	},

	{
		name: "signed with SHA-1", crl: revocation(listSigned(gen.RSA(4096), rsaWith(cert.OIDSHA1WithRSA))),
		want: []string{"error crl-signature-algorithm"},
	},
	{
		name: "signed with RSA without NULL", crl: revocation(listSigned(gen.RSA(4096), gen.AlgorithmID(cert.OIDSHA256WithRSA))),
		want: []string{"error crl-signature-algorithm"},
	},
	{
		name: "SHA-1 inside the signed part only", crl: revocation(func(l *gen.RevocationList) { l.TBSAlgorithm = rsaWith(cert.OIDSHA1WithRSA) }),
		want: []string{"error crl-signature-algorithm"},
	},
	{
		name: "SHA-1 outside the signed part only", crl: revocation(func(l *gen.RevocationList) { l.Algorithm = rsaWith(cert.OIDSHA1WithRSA) }),
		want: []string{"error crl-signature-algorithm"},
	},
	{name: "signed with ML-DSA", crl: revocation(listSigned(gen.Opaque(cert.OIDMLDSA65), gen.AlgorithmID(cert.OIDMLDSA65)))},
	{
		name: "signed with ML-DSA the day before it was permitted",
		crl: revocation(listSigned(gen.Opaque(cert.OIDMLDSA65), gen.AlgorithmID(cert.OIDMLDSA65)), func(l *gen.RevocationList) {
			l.Dated(gen.At("2025-08-21 23:59:59"))
		}),
		want: []string{"error crl-signature-algorithm"},
	},
	{name: "signed with ML-DSA the first day", crl: revocation(listSigned(gen.Opaque(cert.OIDMLDSA44), gen.AlgorithmID(cert.OIDMLDSA44)), func(l *gen.RevocationList) {
		l.Dated(gen.At("2025-08-22"))
	})},

	{
		name: "a critical reason", crl: revocation(listRevokes(gen.Serial("x"), "2026-01-01", gen.Extension{OID: cert.OIDReasonCode, Critical: true, Value: gen.Enumerated(1)})),
		want: []string{"error crl-reason-critical"},
	},
	{name: "a critical reason from before the rules", crl: revocation(listRevokes(gen.Serial("x"), "2023-08-31", gen.Extension{OID: cert.OIDReasonCode, Critical: true, Value: gen.Enumerated(1)}))},
	{
		name: "reason 0", crl: revocation(listRevokes(gen.Serial("x"), "2023-09-01", gen.ReasonCode(0))),
		want: []string{"error crl-reason-unspecified"},
	},
	{name: "reason 0 from before the rules", crl: revocation(listRevokes(gen.Serial("x"), "2023-08-31 23:59:59", gen.ReasonCode(0)))},
	{
		name: "no reason", crl: revocation(listRevokes(gen.Serial("x"), "2026-01-01")),
		want: []string{"notice crl-reason-missing"},
	},
	{name: "no reason from before the rules", crl: revocation(listRevokes(gen.Serial("x"), "2023-01-01"))},
	{
		name: "a CA without a reason", crl: revocation(listOfRoot, listRevokes(gen.SubCA().Serial, "2026-01-01")), issuer: gen.Root, covered: gen.SubCA,
		want: []string{"error crl-ca-reason-missing"},
	},
	{name: "another CA without a reason", crl: revocation(listOfRoot, listRevokes(gen.ConstrainedCA().Serial, "2026-01-01")), issuer: gen.Root, covered: gen.SubCA},
	{
		name: "a CA on hold", crl: revocation(listOfRoot, listRevokes(gen.SubCA().Serial, "2026-01-01", gen.ReasonCode(6))), issuer: gen.Root, covered: gen.SubCA,
		want: []string{"error crl-ca-on-hold"},
	},
	{name: "a CA with a reason", crl: revocation(listOfRoot, listRevokes(gen.SubCA().Serial, "2026-01-01", gen.ReasonCode(5))), issuer: gen.Root, covered: gen.SubCA},
	{
		name: "a strict certificate on hold", crl: revocation(listRevokes(gen.Leaf("sponsor", "strict").Serial, "2026-03-01", gen.ReasonCode(6))), covered: issuedOne,
		want: []string{"error crl-strict-on-hold"},
	},
	{name: "another certificate on hold", crl: revocation(listRevokes(gen.Serial("x"), "2026-03-01", gen.ReasonCode(6))), covered: issuedOne},
	{
		name: "a multipurpose certificate on hold", crl: revocation(listRevokes(gen.Leaf("sponsor", "multipurpose").Serial, "2026-03-01", gen.ReasonCode(6))),
		covered: leaf("sponsor", "multipurpose"),
	},
	{
		name: "a CA with a reason that does not decode",
		crl:  revocation(listOfRoot, listRevokes(gen.SubCA().Serial, "2026-01-01", gen.Extension{OID: cert.OIDReasonCode, Value: gen.Null()})), covered: gen.SubCA,
	},
	{name: "an entry without a date that decodes", crl: revocation(func(l *gen.RevocationList) {
		l.Entries = append(l.Entries, gen.Entry{Raw: gen.Sequence(gen.Serial("x"), gen.Text(gen.UTCTime, "260231000000Z"))})
	})},
	{name: "reason 0, beside a website's certificate", crl: revocation(listRevokes(gen.Serial("x"), "2026-01-01", gen.ReasonCode(0))), covered: gen.TLS},
	{
		name: "reason 0, by a CA for websites", crl: revocation(listRevokes(gen.Serial("x"), "2026-01-01", gen.ReasonCode(0))),
		issuer: based(gen.SubCA, purposesOf(cert.OIDServerAuth), with(gen.Policies(cert.OIDDomainValidated))),
	},
}

// listLasting makes nextUpdate follow that long after thisUpdate.
func listLasting(d time.Duration) listEdit {
	return func(l *gen.RevocationList) { l.NextUpdate = gen.Time{Time: l.ThisUpdate.Add(d)} }
}

func listUntil(nextUpdate string) listEdit {
	return func(l *gen.RevocationList) { l.NextUpdate = gen.At(nextUpdate) }
}

// listPoint gives the list an issuingDistributionPoint.
func listPoint(fields ...[]byte) listEdit {
	return func(l *gen.RevocationList) { l.SetExtension(gen.IssuingDistributionPoint(fields...)) }
}

// listSigned has the list signed by another key and name this algorithm.
func listSigned(k *gen.Key, algorithm []byte) listEdit {
	return func(l *gen.RevocationList) { l.Signer, l.TBSAlgorithm, l.Algorithm = k, algorithm, algorithm }
}

// listRevokes adds an entry.
func listRevokes(serial []byte, day string, extensions ...gen.Extension) listEdit {
	return func(l *gen.RevocationList) { l.Revoke(serial, gen.At(day), extensions...) }
}

// listOfRoot makes the list Root's.
func listOfRoot(l *gen.RevocationList) {
	l.Issuer = gen.Root().Subject
	l.Signer, l.TBSAlgorithm, l.Algorithm = gen.RootKey(), gen.RootKey().Algorithm, gen.RootKey().Algorithm
	l.SetExtension(gen.AuthorityKeyID(gen.RootKey().ID()))
}
