// Package inspect turns dropped bytes into a report: it recognises what a file
// is, takes the certificates out, reads and lints each, and draws the
// conclusions that a person asks for (whose is it, what can it do, is anything
// wrong).
//
// [Inspect] is where to begin: it takes files and gives a [Report]. What takes
// more than a look at a file is asked of functions in the [Options], so that a
// program carries only what it needs: package container opens PKCS#12 files,
// mails and archives (Options.Open), package trust finds who stands behind a
// certificate and package revocation reads lists (Options.Chain and
// Options.Revocation, which [Chained] asks). A second opinion, as that of package
// lints/zlint, joins by [CertificateReport.Join]. [AppendJSON] writes the report
// as a document; package view makes pages and texts of it.
//
// No input is an error of the program: a [Report] says of each what it is, and
// where it is no certificate, in one sentence, what to do next ([InputError]).
// Verdicts and reasons are stable codes. The package reads no clock, and keeps
// nothing of a private key.
package inspect
