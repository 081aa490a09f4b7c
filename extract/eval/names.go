package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Decision is one question of reference: which actor do these words of the text mean?
type Decision struct {
	Doc, Sentence string
	Kind          string // one of NameKinds, by gold's words alone
	Words         string // as gold has them; for a sayer the cue of what is said
	Gold, Got     string // names; Got is "" where nothing was decided, the members parted by "; " for a collective
	Right         bool
}

// NameKinds are the ways in which a text means an actor. A sayer is the one whose words a statement is.
var NameKinds = [...]string{"name", "definite", "described", "collective", "pronoun", "speaker", "sayer"}

// NameGroup counts the decisions of one kind.
type NameGroup struct {
	Kind              string
	Gold, Made, Right int
}

// Names asks of every holder and actor target that gold requires whether the mention at its words means the actor that
// gold names, and of every cue whether its clause has gold's sayer. Each answer counts once a place.
func Names(d *Doc, e *schema.Extraction) []Decision {
	n := namer{d: d, e: e, actors: map[string]string{}, seen: map[string]bool{}}
	for _, a := range e.Mentioned {
		n.actors[a.ID] = a.Name
	}
	for i := range d.Statements {
		g := &d.Statements[i]
		if g.Free() || g.Sentence == "" {
			continue
		}
		n.mention(g, g.HolderText, g.Holder)
		if g.Kind == schema.ToActor {
			n.mention(g, g.TargetText, g.Target)
		}
		n.sayer(g)
	}
	return n.all
}

// namer collects the decisions of one document.
type namer struct {
	d      *Doc
	e      *schema.Extraction
	actors map[string]string // id → name
	seen   map[string]bool
	all    []Decision
}

func (n *namer) add(g *Gold, at schema.Span, kind, words, gold string, got []string) {
	key := fmt.Sprint(at, kind == "sayer", gold)
	if n.seen[key] {
		return
	}
	n.seen[key] = true
	n.all = append(n.all, Decision{Doc: n.d.ID, Sentence: g.Sentence, Kind: kind, Words: words, Gold: gold,
		Got: strings.Join(got, "; "), Right: SameActor(gold, got...)})
}

func (n *namer) mention(g *Gold, words, gold string) {
	at, ok := n.d.Place(g, words)
	kind := n.kindOf(at, words)
	if !ok || kind == "" {
		return
	}
	var best *schema.Mention
	most := 0.0
	for i := range n.e.Mentions {
		m := &n.e.Mentions[i]
		both := min(m.Span.End, at.End) - max(m.Span.Start, at.Start)
		if share := float64(both) / float64(m.Span.Len()+at.Len()-both); both > 0 && share > most {
			best, most = m, share
		}
	}
	var got []string
	switch {
	case best == nil:
	case best.Form == schema.FirstPerson:
		got = n.sayers(n.clauseAt(best.Span))
	default:
		got = n.names(best)
	}
	n.add(g, at, kind, words, gold, got)
}

func (n *namer) sayer(g *Gold) {
	at, ok := n.d.Place(g, g.Cue)
	c := n.clauseAt(at)
	if !ok || c == nil {
		return
	}
	if got := n.sayers(c); g.Sayer != "" || len(got) > 0 && g.Attribution == schema.ByNarration {
		n.add(g, at, "sayer", g.Cue, g.Sayer, got)
	}
}

// Place finds words of a statement in its sentence, there the occurrence nearest to the cue; else, as of a speaker's label,
// the last one before it. Only whole words count.
func (d *Doc) Place(g *Gold, words string) (schema.Span, bool) {
	from := strings.Index(d.Text, g.Sentence)
	if words == "" || from < 0 {
		return schema.Span{}, false
	}
	to, cue := from+len(g.Sentence), from+max(0, strings.Index(g.Sentence, g.Cue))
	best := schema.Span{Start: -1}
	distance := func(s schema.Span) int { return max(s.Start-cue, cue-s.Start) }
	for at := 0; ; at++ {
		i := strings.Index(d.Text[at:], words)
		if i < 0 {
			return best, best.Start >= 0
		}
		at += i
		s := schema.Span{Start: at, End: at + len(words)}
		in, was := s.Start >= from && s.End <= to, best.Start >= from
		before, _ := utf8.DecodeLastRuneInString(d.Text[:s.Start])
		after, _ := utf8.DecodeRuneInString(d.Text[s.End:])
		whole := !unicode.IsLetter(before) && !unicode.IsLetter(after)
		if whole && s.End <= to && (!was || in && distance(s) < distance(best)) {
			best = s
		}
	}
}

// clauseAt is the smallest clause around a span, nil without.
func (n *namer) clauseAt(at schema.Span) *schema.Clause {
	var best *schema.Clause
	for i := range n.e.Clauses {
		if c := &n.e.Clauses[i]; c.Span.Contains(at) && (best == nil || c.Span.Len() < best.Span.Len()) {
			best = c
		}
	}
	return best
}

// sayers are the names of those who say a clause.
func (n *namer) sayers(c *schema.Clause) []string {
	var all []string
	for i := range n.e.Mentions {
		m := &n.e.Mentions[i]
		if c != nil && (n.speaks(m, c) || slices.ContainsFunc(c.Voice.Sayers, func(p schema.Phrase) bool {
			return p.Sentence == m.Sentence && p.Head == m.Head
		})) {
			all = append(all, n.names(m)...)
		}
	}
	return all
}

// speaks: the mention is the caption of the speaker whose words the clause is.
func (n *namer) speaks(m *schema.Mention, c *schema.Clause) bool {
	if !c.Voice.Speaker || m.Form != schema.CaptionName {
		return false
	}
	t := &n.e.Document.Turns[c.Turn]
	return m.Span == t.Label || t.Speaker != nil && m.Span == t.Speaker.NameSpan
}

func (n *namer) names(m *schema.Mention) []string {
	var all []string
	for _, id := range m.Actors {
		all = append(all, n.actors[id])
	}
	return all
}

var (
	firstPersons  = lexicon.SetOf("i me my mine myself we us our ours ourselves")
	thirdPersons  = lexicon.SetOf("he him his himself she her hers herself it its itself they them their theirs themselves")
	otherPronouns = lexicon.SetOf("you your yours who whom whose which that this what")
	definiteWords = lexicon.SetOf("the this that these those his her its their our my your")
	countWords    = lexicon.SetOf("both two three four five six all each")
	groupWords    = lexicon.SetOf("both two three four five six each these those") // without "all": "all countries" are described
)

// kindOf is how words mean their actor, "" for those that mention decides nothing about.
func (n *namer) kindOf(at schema.Span, words string) string {
	w := strings.Fields(strings.ToLower(words))
	last, first := "", ""
	if len(w) > 0 {
		first, last = w[0], strings.Fields(words)[len(w)-1]
	}
	label := slices.ContainsFunc(n.e.Document.Turns, func(t schema.Turn) bool { return t.Label.Overlaps(at) })
	switch {
	case len(w) == 0, len(w) == 1 && otherPronouns[first]:
		return ""
	case label || len(w) == 1 && firstPersons[first]:
		return "speaker"
	case len(w) == 1 && thirdPersons[first]:
		return "pronoun"
	case groupWords[first], len(w) > 1 && definiteWords[first] && countWords[w[1]]:
		return "collective"
	case strings.IndexFunc(last, unicode.IsUpper) == 0 || strings.ContainsAny(last, "0123456789"):
		return "name"
	case definiteWords[first]:
		return "definite"
	}
	return "described"
}

// GroupNames counts decisions by kind, and all of them as "all".
func GroupNames(all []Decision) []NameGroup {
	groups := make([]NameGroup, 0, len(NameKinds)+1)
	for _, kind := range append(NameKinds[:], "all") {
		x := NameGroup{Kind: kind}
		for i := range all {
			if d := &all[i]; d.Kind == kind || kind == "all" {
				x.Gold++
				x.Made += cmp.Compare(len(d.Got), 0)
				if d.Right {
					x.Right++
				}
			}
		}
		if x.Gold > 0 {
			groups = append(groups, x)
		}
	}
	return groups
}

func writeNames(w io.Writer, groups []NameGroup) {
	if len(groups) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%-24s %5s %5s %5s   %5s %5s\n", "who is meant", "gold", "made", "right", "P", "R")
	for _, g := range groups {
		x := prf(g.Right, g.Right, g.Made, g.Gold)
		fmt.Fprintf(w, "  %-22s %5d %5d %5d   %.3f %.3f\n", g.Kind, g.Gold, g.Made, g.Right, x.P, x.R)
	}
}
