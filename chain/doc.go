// Package chain finds out who stands behind certificates: it looks for paths from
// each of them to a root, checks every signature on the way, and the rules of RFC
// 5280 section 6 that mail programs enforce.
//
// It has no network, no clock and no list of its own: certificates, roots and the
// time are arguments. All it says are codes. What it can't compare it says as
// well: that is never the same as a fault, and never as none.
package chain
