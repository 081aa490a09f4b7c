package schema

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
)

// StatementID is the key of a statement: a hash of document, sentence, cue, holder, type, target and sign, which is
// that of the polarity after negation: two readings of one clause that contradict each other are two statements. Rule,
// confidence and clock stay out, so that a better extractor finds the same statement again.
func StatementID(document string, sentence, cue Span, holder string, typ StanceType, target string,
	polarity int) string {
	key := signlessKey(document, sentence, cue, holder, typ, target)
	return "st:" + shortHash(fmt.Sprintf("%s %+d", key, cmp.Compare(polarity, 0)), 16)
}

// SignlessStatementID is the key that statements had before the sign was a part of it. Stores that hold such keys are
// migrated.
func SignlessStatementID(document string, sentence, cue Span, holder string, typ StanceType, target string) string {
	return "st:" + shortHash(signlessKey(document, sentence, cue, holder, typ, target), 16)
}

func signlessKey(document string, sentence, cue Span, holder string, typ StanceType, target string) string {
	return fmt.Sprintf("%q %d-%d %d-%d %q %q %q", document, sentence.Start, sentence.End, cue.Start, cue.End, holder, typ,
		target)
}

// What the ids begin with that are made of words.
const (
	ActorPrefix = "actor:"
	IssuePrefix = "issue:"
)

// ActorID is the key of an actor that has no Wikidata id: readable, ASCII, at most 80 bytes.
func ActorID(name string) string { return ActorPrefix + slug(name) }

// scopeMark stands between the id of an actor and the document that it is scoped to. No slug has it.
const scopeMark = "@"

// ScopedID is the key of an actor that is only described, by its own id and that of its document: the rebels of two
// documents are two actors.
func ScopedID(actor, document string) string {
	scope := slug(document)
	if hash := shortHash(document, 8); scope != document && !strings.HasSuffix(scope, hash) {
		scope += "-" + hash
	}
	return actor + scopeMark + scope
}

// UnscopedID is the id of an actor without its document; scoped is false, and the id as it is, where it has none.
func UnscopedID(id string) (actor string, scoped bool) {
	if !strings.HasPrefix(id, ActorPrefix) {
		return id, false
	}
	actor, _, scoped = strings.Cut(id, scopeMark)
	return actor, scoped
}

// IssueID is the key of an issue, made from its normalised words (see extract: near-equal issues get one key).
func IssueID(words string) string { return IssuePrefix + slug(words) }

// TextHash is the SHA-256 of a document's text in hex.
func TextHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// slug folds a name to lower-case ASCII words joined by hyphens. Where that loses letters or
// grows long, a hash of the whole name is added, so that two names never share a key by accident.
func slug(name string) string {
	const longest = 60
	var b strings.Builder
	lossy, gap := false, false
	for _, r := range strings.ToLower(name) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			lossy = true
		default:
			gap = true
		}
	}
	s := b.String()
	if len(s) > longest {
		s, lossy = strings.TrimRight(s[:longest], "-"), true
	}
	if lossy || s == "" {
		s = strings.TrimLeft(s+"-"+shortHash(name, 8), "-")
	}
	return s
}

// shortHash is the first n characters of a lower-case base-32 SHA-256.
func shortHash(s string, n int) string {
	sum := sha256.Sum256([]byte(s))
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:]))[:n]
}
