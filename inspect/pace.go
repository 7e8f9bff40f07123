package inspect

// pace has one who goes over a text pause after every [StepSize] bytes of it.
type pace struct {
	pause  func()
	paused int // where in the text that was last
}

// passed says that the text has been read up to here.
func (p *pace) passed(at int) {
	if at-p.paused >= StepSize {
		p.paused = at
		p.pause()
	}
}
