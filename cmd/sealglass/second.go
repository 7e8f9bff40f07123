package main

import (
	"sealglass/inspect"
	"sealglass/lints/zlint"
	"sealglass/view"
)

// askSecond joins zlint's opinion on every certificate to the report, as the
// page does, and tells how it stands with each.
func askSecond(r *inspect.Report, options inspect.Options) ([]view.SecondOpinion, error) {
	at, err := options.RulesAt()
	if err != nil {
		return nil, err
	}
	r.Tool.ZLint = zlint.Version
	var second []view.SecondOpinion
	for i := range r.Inputs {
		certificates := r.Inputs[i].Certificates
		for j := range certificates {
			opinion := zlint.Run(certificates[j].DER, zlint.Options{AsOf: at})
			certificates[j].Join(opinion.Findings, options.Now)
			second = append(second, stateOf(opinion))
		}
	}
	return second, nil
}

func stateOf(o zlint.Opinion) view.SecondOpinion {
	if o.Off != "" {
		return view.SecondOpinion{State: view.SecondOff, Off: o.Off}
	}
	s := view.SecondOpinion{State: view.SecondDone}
	for _, l := range o.LeftOut {
		s.LeftOut = append(s.LeftOut, view.LeftOut(l))
	}
	return s
}
