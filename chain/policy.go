package chain

import (
	"slices"

	"sealglass/cert"
)

// policies are the policies for which a path is good so far. RFC 5280 6.1 keeps a
// tree, which can grow without bound; only its last level decides what comes next,
// and each policy needs to stand in it but once (RFC 9618).
type policies struct {
	// level is the last level of the tree: nil where the tree is.
	level map[cert.OID]*policy
	// The counters: at 0 the indicator is set.
	explicit, mapping, anyPolicy int
	initial                      []cert.OID
}

// policy is a valid policy of the last level.
type policy struct {
	expected []cert.OID
	// acceptable says that it comes from one of the initial policies.
	acceptable bool
}

func (o *Options) policies(n int) *policies {
	start := func(set bool) int {
		if set {
			return 0
		}
		return n + 1
	}
	return &policies{
		level:    map[cert.OID]*policy{cert.OIDAnyPolicy: {[]cert.OID{cert.OIDAnyPolicy}, true}},
		explicit: start(o.RequireExplicit), mapping: start(o.InhibitMapping), anyPolicy: start(o.InhibitAny),
		initial: o.Initial,
	}
}

func (p *policies) acceptable(id cert.OID) bool {
	return len(p.initial) == 0 || id == cert.OIDAnyPolicy || slices.Contains(p.initial, id)
}

// judgePolicies processes the policies of a path without its root, from its top
// downwards.
func (p *pool) judgePolicies(links []Link, nodes []*node) {
	state := p.policies(len(nodes))
	for i := len(nodes) - 1; i >= 0; i-- {
		n := nodes[i]
		p.left.policies -= countPolicies(n.cert)
		if p.left.policies < 0 {
			links[i].add(Limit)
			return
		}
		state.take(n, i == 0)
		if i == 0 {
			state.wrapUp(n.cert)
		}
		if state.explicit == 0 && len(state.level) == 0 {
			links[i].add(Policy)
			return
		}
		if i > 0 && !state.prepare(n) {
			links[i].add(Policy)
			return
		}
	}
}

// countPolicies are the policies and mappings of a certificate.
func countPolicies(c *cert.Certificate) int {
	n := 0
	if c.Policies != nil {
		n += len(c.Policies.Policies)
	}
	if c.PolicyMappings != nil {
		n += len(c.PolicyMappings.Mappings)
	}
	return n
}

// take makes the next level out of a certificate's policies (6.1.3 d and e).
func (p *policies) take(n *node, last bool) {
	stated := n.cert.Policies
	if stated == nil || len(p.level) == 0 {
		p.level = nil
		return
	}
	// expected are the policies that the level before expects, and whether one
	// that is acceptable does.
	expected := map[cert.OID]bool{}
	for _, parent := range p.level {
		for _, id := range parent.expected {
			expected[id] = expected[id] || parent.acceptable
		}
	}
	next := map[cert.OID]*policy{}
	hasAny := false
	for i := range stated.Policies {
		id := stated.Policies[i].ID
		acceptable, ok := expected[id]
		switch {
		case id == cert.OIDAnyPolicy:
			hasAny = true
			continue
		case !ok && p.level[cert.OIDAnyPolicy] != nil:
			acceptable, ok = p.acceptable(id), true
		}
		if ok {
			next[id] = &policy{[]cert.OID{id}, acceptable}
		}
	}
	if hasAny && (p.anyPolicy > 0 || !last && n.selfIssued()) {
		for id, acceptable := range expected {
			if next[id] == nil {
				next[id] = &policy{[]cert.OID{id}, acceptable}
			}
		}
	}
	p.level = next
}

// prepare makes ready for the next certificate (6.1.4 a, b, h, i and j). It is
// false where a mapping is not allowed.
func (p *policies) prepare(n *node) bool {
	if mappings := n.cert.PolicyMappings; mappings != nil {
		mapped := map[cert.OID][]cert.OID{}
		for _, m := range mappings.Mappings {
			if m.Issuer == cert.OIDAnyPolicy || m.Subject == cert.OIDAnyPolicy {
				return false
			}
			mapped[m.Issuer] = append(mapped[m.Issuer], m.Subject)
		}
		p.mapLevel(mapped)
	}
	if !n.selfIssued() {
		p.explicit, p.mapping, p.anyPolicy = max(p.explicit-1, 0), max(p.mapping-1, 0), max(p.anyPolicy-1, 0)
	}
	if c := n.cert.PolicyConstraints; c != nil {
		p.explicit = atMost(p.explicit, &c.RequireExplicitPolicy)
		p.mapping = atMost(p.mapping, &c.InhibitPolicyMapping)
	}
	if c := n.cert.InhibitAnyPolicy; c != nil {
		p.anyPolicy = atMost(p.anyPolicy, &c.SkipCerts)
	}
	return true
}

func (p *policies) mapLevel(mapped map[cert.OID][]cert.OID) {
	everything := p.level[cert.OIDAnyPolicy] != nil
	for issuer, subjects := range mapped {
		switch at := p.level[issuer]; {
		case p.mapping == 0:
			delete(p.level, issuer)
		case at != nil:
			at.expected = subjects
		case everything:
			p.level[issuer] = &policy{subjects, p.acceptable(issuer)}
		}
	}
}

// atMost lowers a counter to the value that a certificate gives.
func atMost(counter int, v *cert.Integer) int {
	n, ok := v.Int()
	if !v.Present || !ok || n < 0 || n >= int64(counter) {
		return counter
	}
	return int(n)
}

// wrapUp is the end of the path (6.1.5 a, b and g).
func (p *policies) wrapUp(c *cert.Certificate) {
	p.explicit = max(p.explicit-1, 0)
	if constraints := c.PolicyConstraints; constraints != nil {
		if n, ok := constraints.RequireExplicitPolicy.Int(); ok && n == 0 {
			p.explicit = 0
		}
	}
	for id, at := range p.level {
		if !at.acceptable {
			delete(p.level, id)
		}
	}
}
