// Package lints is the rule book: one [Rule] per requirement that a certificate
// can show, with its dates, and the engine that runs them ([Run]).
//
// A rule is data. It names the requirements it enforces, the section and the
// words it quotes, how strong they are, when they hold (from and until, by the
// certificate's notBefore), for whom, and what a person should do; beside it
// stands one small check function that reads a [Subject] and returns the places
// where the certificate departs. Rules live in one file per area of a
// certificate; [Catalogue] lists them all in a fixed order.
//
// An error needs a SHALL or MUST and a citation, a warning a SHOULD; everything
// else worth knowing is a notice. A wrong finding is worse than a missing one:
// where a certificate alone cannot show the fault, the rule says nothing more
// than a notice.
package lints
