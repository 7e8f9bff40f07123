// Package inspect turns dropped bytes into a report: it recognises what a file
// is, takes the certificates out, reads and lints each, and draws the
// conclusions that a person asks for (whose is it, what can it do, is anything
// wrong).
package inspect
