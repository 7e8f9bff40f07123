package lints

// Status says whether a rule found a fault or could not run.
type Status string

// The statuses of a finding.
const (
	Fail   Status = "fail"
	Broken Status = "broken"
)

// Finding is one rule's result worth reporting. Its words are the rule's; a
// finding of the second opinion brings its own.
type Finding struct {
	Rule         string
	Requirements []string
	Source       Source
	Section      string
	Severity     Severity
	Status       Status
	Title        string
	Explanation  string
	Remedy       string
	Quote        string
	From, Until  Date
	// Coming says that the rule is not in force yet; Severity is Notice then.
	Coming bool
	// Also names other linters' lints for the same fault.
	Also []string
	At   []Place
}

// Outcome is what became of one rule.
type Outcome uint8

// The outcomes.
const (
	Passed Outcome = iota
	Failed
	NotApplicable
	NotInForce
	CouldNotRun
)

// Result is what became of every rule of the catalogue for one subject.
type Result struct {
	Findings []Finding
	// Outcomes has one entry per rule run over, in catalogue order.
	Outcomes []RuleOutcome
}

// RuleOutcome pairs a rule's id with its outcome and, where it did not run, the
// reason in words.
type RuleOutcome struct {
	Rule    string
	Outcome Outcome
	Reason  string
}
