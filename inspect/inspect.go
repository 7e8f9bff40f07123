package inspect

import (
	"bytes"
	"errors"
	"time"

	"sealglass/cert"
	"sealglass/lints"
)

// Version is that of Sealglass, and RuleSet names the requirements that its
// rules follow.
const (
	Version = "0.1.0"
	RuleSet = "S/MIME BR 1.0.16"
)

// Input is one file, or one pasted text, as it came.
type Input struct {
	// Name is shown and never used to recognise the content.
	Name string
	// Data is overwritten where it holds a private key.
	Data []byte
}

// Options say how to judge. The zero Options judge by the rules of the day of
// issue and find the profile out.
type Options struct {
	// AsOf is "issued" (default): the rules in force at notBefore, "today", or
	// a day as "2006-01-02".
	AsOf string
	// Profile is "auto" (default), or a profile with or without a generation:
	// "sponsor", "mailbox-strict".
	Profile string
	// Proposals asks for the rules that are only proposed as well.
	Proposals bool
	// Now is the time at which the certificate is looked at.
	Now time.Time
	// Pause is called between two steps, as two rules are, where it is not nil: on the
	// one thread of a page others may go on then.
	Pause func()
	// Open opens what this package only recognises (see [Content.ToOpen]). Where it
	// is nil the report says what such an input is, and what can be seen of it.
	Open Opener
	// Chain finds who stands behind certificates; [Chained] asks it.
	Chain ChainFinder
	// Revocation says what revocation lists say of certificates; [Chained] asks it.
	Revocation RevocationChecker
}

// An Opener opens an input of a kind that takes more than this package: a
// message, a PKCS#12 file, an archive.
type Opener func(kind Kind, data []byte) Content

// The values of Options.AsOf that are no date, and of Options.Profile that is none.
const (
	AsOfIssued  = "issued"
	AsOfToday   = "today"
	ProfileAuto = "auto"
)

// Inspect reads each input, takes the certificates out, and says about each
// what it holds, what breaks a rule, and what it can be used for. It never
// fails as a whole: what could not be read stands in the report. Options that
// [Options.Check] refuses count as their defaults.
func Inspect(inputs []Input, opts Options) *Report {
	r, report := begin(len(inputs), opts)
	queue := make([]pending, len(inputs))
	for i := range inputs {
		queue[i].Input = inputs[i]
	}
	for len(queue) > 0 {
		p := queue[0]
		found := SniffInSteps(p.Data, r.pause)
		r.pause()
		if inside := found.ToOpen(p.Data); inside != nil && opts.Open != nil && (found.Kind != Archive || p.depth < maxArchives) {
			found = opts.Open(found.Kind, inside)
		}
		queue = append(p.members(found.Members), queue[1:]...)
		if found.Error != nil || len(found.Members) == 0 {
			report.Inputs = append(report.Inputs, r.report(p.Input, found))
		}
	}
	return report
}

// maxArchives bounds how deep an archive may lie within others.
const maxArchives = 2

// pending is an input that waits to be read, and in how many archives it lies.
type pending struct {
	Input
	depth int
}

// members are the files of an archive, as inputs of their own.
func (p *pending) members(files []Input) []pending {
	list := make([]pending, len(files))
	for i, file := range files {
		list[i] = pending{Input{Name: p.Name + "/" + file.Name, Data: file.Data}, p.depth + 1}
	}
	return list
}

// ReportOn reports on one input whose content has been opened already, as
// [Inspect] would.
func ReportOn(in Input, found Content, opts Options) InputReport {
	r, _ := begin(1, opts)
	return r.report(in, found)
}

// Again judges the certificates of a report anew, by other options. What the
// second opinion had added is not kept: it is to be asked again. Who stands behind
// them is.
func Again(old *Report, opts Options) *Report {
	r, report := begin(len(old.Inputs), opts)
	r.behind = behindOf(old)
	for _, in := range old.Inputs {
		found := make([][]byte, len(in.Certificates))
		for i := range in.Certificates {
			found[i] = in.Certificates[i].DER
		}
		in.Certificates = r.certificates(found)
		report.Inputs = append(report.Inputs, in)
	}
	return report
}

// begin prepares to judge by the options, and a report with room for n inputs.
func begin(n int, opts Options) (*reader, *Report) {
	asOf, err := opts.RulesAt()
	if err != nil || opts.AsOf == "" {
		opts.AsOf = AsOfIssued
	}
	override, _ := overrideOf(opts.Profile)
	all := lints.Catalogue()
	rules := all[:0] // not by slices.DeleteFunc, for the size of page.wasm: build/adr/0010
	for _, rule := range all {
		if opts.Proposals || rule.Source != lints.Draft {
			rules = append(rules, rule)
		}
	}
	report := &Report{
		Schema: Schema,
		Tool:   Tool{Version: Version, Rules: RuleSet},
		AsOf:   opts.AsOf,
		Inputs: make([]InputReport, 0, n),
	}
	if opts.Pause == nil {
		opts.Pause = func() {}
	}
	return &reader{rules: rules, override: override, asOf: asOf, now: opts.Now, pause: opts.Pause}, report
}

// Check says whether the options can be understood.
func (o Options) Check() error {
	if _, err := o.RulesAt(); err != nil {
		return err
	}
	if _, ok := overrideOf(o.Profile); !ok {
		return errors.New("profile " + o.Profile + " is not known: write auto, or mailbox, organization, sponsor or individual, with -legacy, -multipurpose or -strict after it if you like")
	}
	return nil
}

// RulesAt is the time whose rules apply; the zero time is that of issue. It says
// in its error what AsOf has to be where it is no day.
func (o Options) RulesAt() (time.Time, error) {
	switch o.AsOf {
	case "", AsOfIssued:
		return time.Time{}, nil
	case AsOfToday:
		return o.Now, nil
	}
	day, ok := cert.ParseDay(o.AsOf)
	if !ok {
		return time.Time{}, errors.New("as-of " + o.AsOf + " is no day: write issued, today, or a date such as 2025-07-16")
	}
	return day, nil
}

// reader holds what is the same for all inputs.
type reader struct {
	rules    []lints.Rule
	override lints.Override
	asOf     time.Time
	now      time.Time
	behind   behind
	pause    func()
	// brief leaves out what only a full report shows; see [Judge].
	brief bool
}

// Unread is the report on an input whose size alone says that it is more than
// [Limit] permits; nothing of it need be read.
func Unread(name string) InputReport {
	c := wrong(TooLarge)
	return InputReport{Name: name, Kind: c.Kind, Error: c.Error, Certificates: []CertificateReport{}}
}

// UnreadableFile is the report on a file that could not be read at all.
func UnreadableFile(name string) InputReport {
	return InputReport{Name: name, Certificates: []CertificateReport{}, Error: &InputError{
		Code:    CodeUnreadableFile,
		Message: "The browser could not read this file. If it has moved or is open in another program, close that and drop it again.",
	}}
}

// report reports on an input, whose bytes it overwrites where they hold a
// private key.
func (r *reader) report(in Input, found Content) InputReport {
	ders := take(in, &found)
	report := r.around(in, found)
	report.Certificates = r.certificates(ders)
	return report
}

// take takes the certificates of an input, in their order, and overwrites its
// bytes where they hold a private key.
func take(in Input, found *Content) [][]byte {
	if found.Error != nil && found.Error.Code == string(PrivateKey) || found.Kind == PKCS12 {
		for i, der := range found.Certificates {
			found.Certificates[i] = bytes.Clone(der)
		}
		clear(in.Data)
	}
	if len(found.Certificates) > MaxCertificates {
		found.Certificates = found.Certificates[:MaxCertificates]
		if found.Error == nil {
			found.Error = tooMany()
		}
	}
	return InOrder(found.Certificates)
}

// around is the report on an input but for its certificates.
func (r *reader) around(in Input, found Content) InputReport {
	return InputReport{
		Name: in.Name, Kind: found.Kind, Error: found.Error, Message: found.Message, Keys: found.Keys, Lists: r.lists(found.Lists),
		Certificates: []CertificateReport{},
	}
}
