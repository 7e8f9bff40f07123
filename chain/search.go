package chain

import "slices"

// frame is one certificate of the path that is being walked, and what is left to
// try above it.
type frame struct {
	node int
	next []int // possible issuers that were not tried
	// tried is what the comparisons with those that were came to.
	tried struct {
		signed, loop, altered, sameKeyID, noAlgo, exhausted, any bool
	}
}

// search walks the paths of one certificate, depth first.
type search struct {
	*pool
	steps   int
	frames  []frame
	paths   []Path
	stopped bool
}

// paths looks for the paths of the certificate with this index.
func (p *pool) paths(target int) ([]Path, bool) {
	s := search{pool: p, steps: MaxSteps}
	s.enter(target)
	for len(s.frames) > 0 {
		if len(s.paths) >= MaxPaths {
			s.stopped = s.stopped || slices.ContainsFunc(s.frames, func(f frame) bool { return len(f.next) > 0 })
			break
		}
		f := &s.frames[len(s.frames)-1]
		if len(f.next) == 0 {
			s.leave()
			continue
		}
		issuer := f.next[0]
		f.next = f.next[1:]
		s.try(f, issuer)
	}
	return s.paths, s.stopped
}

// enter puts a certificate on the path. Where it is a root the path ends with it.
func (s *search) enter(i int) {
	n := &s.nodes[i]
	s.frames = append(s.frames, frame{node: i})
	f := &s.frames[len(s.frames)-1]
	switch {
	case n.cert == nil, n.root >= 0 && n.selfIssued():
		s.end(Listed)
		f.tried.signed = true
	case n.selfIssued() && s.compare(i, i) == signed:
		s.end(Unlisted)
		f.tried.signed = true
	case len(s.frames) >= MaxDepth:
		s.stopped = true
		f.tried.exhausted = true
	default:
		f.next = s.candidates(n)
	}
}

// try walks on to a possible issuer of the frame if its key made the signature.
func (s *search) try(f *frame, issuer int) {
	if s.steps == 0 || s.left.tried == 0 {
		s.stopped = true
		f.tried.exhausted = true
		f.next = nil
		return
	}
	s.steps--
	s.left.tried--
	child, parent := &s.nodes[f.node], &s.nodes[issuer]
	f.tried.any = true
	o := s.compare(f.node, issuer)
	if o == signed && s.onPath(parent) {
		f.tried.loop = true
		return
	}
	switch o {
	case signed:
		f.tried.signed = true
		s.enter(issuer)
	case altered:
		f.tried.altered = true
	case wrong:
		f.tried.sameKeyID = f.tried.sameKeyID || keyIDs(child, parent) == same || issuer == f.node && child.issuerKeyID() == nil
	case noAlgo:
		f.tried.noAlgo = true
	case exhausted:
		s.stopped = true
		f.tried.exhausted = true
	}
}

// onPath says whether the path holds a certificate of that name and key already:
// a path that came back to it would only be longer (RFC 4158 5.2).
func (s *search) onPath(n *node) bool {
	return slices.ContainsFunc(s.frames, func(f frame) bool {
		on := &s.nodes[f.node]
		return on.subject == n.subject && on.keyNumber == n.keyNumber
	})
}

// leave takes the last certificate from the path. Where none of its possible
// issuers signed it, the path ended there.
func (s *search) leave() {
	f := &s.frames[len(s.frames)-1]
	switch t := &f.tried; {
	case t.signed:
	case t.altered:
		s.end(Wrong, SignatureWrong)
	case t.exhausted:
		s.end(Unchecked, Limit)
	case t.noAlgo:
		s.end(Unchecked, Algorithm)
	case t.sameKeyID: // and no other can have made it
		s.end(Wrong, SignatureWrong)
	case t.loop:
		s.end(Missing, Loop)
	case t.any:
		s.end(Missing, NotByThese)
	default:
		s.end(Missing, IssuerMissing)
	}
	s.frames = s.frames[:len(s.frames)-1]
}

// end records the path as it is.
func (s *search) end(end End, code ...Code) {
	path := Path{End: end, Links: make([]Link, len(s.frames))}
	nodes := make([]*node, len(s.frames))
	for i := range s.frames {
		nodes[i] = &s.nodes[s.frames[i].node]
		path.Links[i] = Link{Cert: nodes[i].index, Root: -1}
	}
	last := len(nodes) - 1
	if end == Listed {
		path.Links[last].Root = nodes[last].root
	}
	for _, c := range code {
		c0 := nodes[last].cert
		switch c {
		case Limit:
			path.Links[last].add(c)
		case Algorithm:
			path.Links[last].add(c, algorithmName(c0.SignatureAlgorithm.OID))
		default:
			path.Links[last].add(c, s.display(c0.Issuer))
		}
	}
	s.judge(&path, nodes)
	s.paths = append(s.paths, path)
}
