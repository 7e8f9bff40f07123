package inspect

// Judge reports on many inputs by the same options, briefly: for a table that
// keeps one line of each certificate.
type Judge struct{ reader *reader }

// NewJudge makes a Judge. Options that [Options.Check] refuses count as their
// defaults.
func NewJudge(opts Options) *Judge {
	r, _ := begin(0, opts)
	r.brief = true
	return &Judge{r}
}

// A Batch is the report on some certificates of one input, which has Of of them;
// First is the place of the first, counted from 0.
type Batch struct {
	InputReport
	First, Of int
}

// Report tells about an input what [ReportOn] would report, without the fields
// of its certificates and without the outcomes of the rules, at most [MaxBeside]
// certificates at a time. An input without any is told of once.
func (j *Judge) Report(in Input, found Content, tell func(Batch)) {
	ders := take(in, &found)
	of := len(ders)
	report := j.reader.around(in, found)
	for first := 0; ; {
		n := min(len(ders), MaxBeside)
		if of > MaxBeside {
			report.Certificates = j.alone(ders[:n])
		} else {
			report.Certificates = j.reader.certificates(ders)
		}
		tell(Batch{report, first, of})
		first += n
		ders = ders[n:]
		if len(ders) == 0 {
			return
		}
		report.Error = nil // it has been told of
	}
}

// alone reports on certificates of which there are too many to be compared with
// each other.
func (j *Judge) alone(ders [][]byte) []CertificateReport {
	reports := make([]CertificateReport, 0, len(ders))
	for i := range ders {
		reports = append(reports, j.reader.certificates(ders[i:i+1])...)
	}
	return reports
}
