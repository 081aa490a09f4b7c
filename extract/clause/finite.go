package clause

// toldOf: noun n with what hangs on it lies between a verb of speech, whose object it is, and word v, which is no verb of naming or giving.
func (b *builder) toldOf(n, v int) bool {
	said := b.head(n)
	if b.rel(n) != "obj" || said < 0 || !b.words.Is("speech", b.verbLemma(said)) {
		return false
	}
	return true
}

// mendSplitTitle: "Opposition leader Ann Lund has hinted she is ready", with Lund's hint as a relative clause of the leader: a noun
// without an article and a name straight behind it are one subject.
func (b *builder) mendSplitTitle() bool {
	for v := 3; v < len(b.tok); v++ {
		title := b.head(v)
		if b.rel(v) != "acl:relcl" || title < 0 || b.tag(title) != "NN" || b.kid(title, "det", "nmod:poss", "case") >= 0 {
			continue
		}
		name := b.kid(v, "nsubj")
		if name <= title {
			continue
		}
		head := b.head(title)
		switch {
		case b.rel(title) != "nsubj":
			b.replace(title, v)
		case len(b.allSubjects(head)) > 1: // "… has hinted / she is ready"
			b.replace(head, v)
			b.hang(head, v, "ccomp")
		default:
			continue
		}
		b.hang(title, name, "compound")
		return true
	}
	return false
}
