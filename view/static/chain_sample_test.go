package static_test

import (
	"strings"

	"sealglass/inspect"
)

// chained are certificates of which each stands in another way to a root.
func chained() []inspect.CertificateReport {
	list := inspect.RootList{Version: "Firefox 153.7.0", Date: "2026-11-25"}
	sum := func(digit string) string { return strings.Repeat(digit, 64) }
	link := func(digit, name string, status inspect.LinkStatus, reasons ...inspect.LinkReason) inspect.LinkReport {
		l := inspect.LinkReport{Name: name, Status: status, Reasons: reasons}
		if digit != "" {
			l.Certificate = sum(digit)
		}
		return l
	}
	erika, ca := link("1", "Erika <b>Mustermann</b>", inspect.LinkHolds), link("2", "Example SMIME CA 1", inspect.LinkHolds)
	root := link("", "Example Root", inspect.LinkHolds)
	expired := inspect.LinkReason{Code: inspect.LinkExpired, Args: []string{"2026-10-01T00:00:00Z"}}
	chains := []*inspect.ChainReport{
		{State: inspect.ChainListed, List: list, Stopped: 2, Paths: []inspect.PathReport{
			{End: inspect.EndListed, Holds: true, Links: []inspect.LinkReport{
				erika, link("2", "Example SMIME CA 1", inspect.LinkRemark, inspect.LinkReason{Code: inspect.LinkWeakHash, Args: []string{"SHA-1"}}), root,
			}},
			{End: inspect.EndUnlisted, Links: []inspect.LinkReport{erika, ca, link("3", "Other Root", inspect.LinkFault, expired)}},
		}},
		{State: inspect.ChainIncomplete, List: inspect.RootList{Version: "Firefox 140", Date: "2026-01-02", Old: true}, Paths: []inspect.PathReport{
			{End: inspect.EndMissing, Links: []inspect.LinkReport{link("2", "Example SMIME CA 1", inspect.LinkUnchecked, inspect.LinkReason{Code: inspect.LinkIssuerMissing, Args: []string{"Example *Root*"}})}},
		}},
		{State: inspect.ChainFaulty, List: list, Paths: []inspect.PathReport{
			{End: inspect.EndListed, Links: []inspect.LinkReport{link("3", "Max", inspect.LinkFault, expired), ca, root}},
		}},
		{State: inspect.ChainFaulty, List: list, Paths: []inspect.PathReport{
			{End: inspect.EndListed, Links: []inspect.LinkReport{link("4", "Moritz", inspect.LinkHolds), link("2", "Example SMIME CA 1", inspect.LinkFault, expired), root}},
		}},
		{State: inspect.ChainUnlisted, List: list, Paths: []inspect.PathReport{
			{End: inspect.EndUnlisted, Holds: true, Links: []inspect.LinkReport{link("5", "Own Root", inspect.LinkHolds)}},
		}},
		{State: inspect.ChainUnchecked, Reason: inspect.ChainProgram},
	}
	certificates := make([]inspect.CertificateReport, len(chains))
	for i, chain := range chains {
		certificates[i] = goodCertificate()
		certificates[i].SHA256 = sum(string(rune('1' + i)))
		certificates[i].Chain = chain
	}
	return certificates
}
