package inspect

// The bounds of this package (design: budgets). Beyond one of them the report
// says so; nothing is left out in silence.
const (
	MaxInput        = 4 << 20  // bytes of one input
	MaxMessage      = 32 << 20 // bytes of one that is a message; see [Limit]
	HeadSize        = 16 << 10 // bytes of an input that tell which of the two holds
	MaxCertificates = 4096     // certificates read out of one input
	MaxBeside       = 64       // certificates of one input up to which they are compared with each other
	MaxFields       = 20_000   // fields shown of one certificate
	MaxValue        = 64 << 10 // bytes of one field's value
	MaxLabel        = 64       // bytes of a PEM label
	MaxMailboxes    = 1000     // mailboxes of a summary
	StepSize        = 16 << 10 // bytes of an input that are read in one step; see [SniffInSteps]
)
