package revocation

import (
	"slices"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
)

// maxAsked bounds how many pairs of a list and a certificate are looked at.
const maxAsked = 10_000

// Check is the [inspect.RevocationChecker].
func Check(lists []inspect.RevocationList, certificates [][]byte, issuers []int, at time.Time) []inspect.RevocationAnswer {
	parsed := make([]*cert.Certificate, len(certificates))
	for i, der := range certificates {
		parsed[i] = cert.Parse(der)
	}
	answers := make([]inspect.RevocationAnswer, len(lists))
	asked := 0
	for i := range lists {
		a := &answers[i]
		a.Issuer = -1
		ask := about(&lists[i], parsed, a)
		for j, c := range parsed {
			if asked++; asked > maxAsked {
				return answers
			}
			q := Question{Subject: c, Beside: parsed, At: at}
			if issuer := issuers[j]; issuer >= 0 {
				q.Issuer = parsed[issuer]
			}
			if status, concerns := ask(&q); concerns {
				a.Statuses = append(a.Statuses, inspect.CertificateStatus{
					Certificate: j, State: status.State, Reason: string(status.Reason), Since: status.Since, Cause: status.Cause,
					ThisUpdate: status.ThisUpdate, NextUpdate: status.NextUpdate,
				})
			}
		}
	}
	return answers
}

// about says what a list says of a certificate, and whether it is about it at
// all; it notes who signed the list.
func about(l *inspect.RevocationList, parsed []*cert.Certificate, a *inspect.RevocationAnswer) func(*Question) (Status, bool) {
	if l.Kind == inspect.CRL {
		list := cert.ParseCRL(l.DER)
		a.Issuer = slices.IndexFunc(parsed, func(c *cert.Certificate) bool {
			return list.Issuer.Present && list.Issuer.Equal(&c.Subject) && holds(list.TBS.In(list.Raw), &list.SignatureAlgorithm, &list.Signature, c) == ""
		})
		return func(q *Question) (Status, bool) {
			if !Concerns(list, q.Subject) {
				return Status{}, false
			}
			s := Look(list, q)
			return s, s.Reason != OtherCertificates
		}
	}
	response := cert.ParseOCSP(l.DER)
	return func(q *Question) (Status, bool) {
		s, concerns := Answer(response, q)
		if concerns && q.Issuer != nil && a.Issuer < 0 {
			a.Issuer = slices.Index(parsed, q.Issuer)
			if c := q.Responder(response); c != nil {
				a.Responder = c.Raw
			}
		}
		return s, concerns
	}
}
