package inspect

func (o *object) chain(c *ChainReport) {
	o.string("state", string(c.State))
	o.string("reason", c.Reason)
	o.key("list")
	o.open()
	o.string("version", c.List.Version)
	o.string("date", c.List.Date)
	o.bool("old", c.List.Old)
	o.close()
	o.key("paths")
	list(o, c.Paths, (*object).path)
	o.int("stopped", c.Stopped)
	o.string("issuer", c.Issuer)
}

func (o *object) path(p *PathReport) {
	o.string("end", string(p.End))
	o.bool("holds", p.Holds)
	o.key("links")
	list(o, p.Links, (*object).link)
}

func (o *object) link(l *LinkReport) {
	o.string("certificate", l.Certificate)
	o.string("name", l.Name)
	o.string("status", string(l.Status))
	o.key("reasons")
	list(o, l.Reasons, (*object).linkReason)
}

func (o *object) linkReason(r *LinkReason) {
	o.string("code", r.Code)
	o.strings("args", r.Args)
}
