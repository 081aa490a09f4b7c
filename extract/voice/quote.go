package voice

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// quote is a stretch of somebody's words between quotation marks.
type quote struct {
	span      schema.Span // without the marks
	turn      int
	continued bool // runs on from the quote before, a paragraph later
	speech    bool // long enough to be somebody's speech; asked of every clause, so it is counted once
}

// shortQuote is the number of words under which a quotation is a matter of one word ("a so-called 'deal'"), not speech.
const shortQuote = 3

// findQuotes reads the quotations of a document's turns: straight, curly, single curly, doubled single, guillemets. Which mark opens
// and which closes is decided by what stands beside it, since real input has both kinds turned. A quotation left open ends with
// its paragraph, unless the next one opens with a mark again: then it is one speech in two paragraphs.
func findQuotes(doc *schema.Document) []quote {
	var all []quote
	for t := range doc.Turns {
		all = append(all, turnQuotes(doc.Text, doc.Turns[t].Span, t)...)
	}
	return all
}

func turnQuotes(text string, in schema.Span, turn int) []quote {
	var found []quote
	open := -1
	single := false
	continued := false
	end := func(at int) {
		if open >= 0 && at > open {
			span := schema.Span{Start: open, End: at}
			found = append(found, quote{span, turn, continued, speech(span.In(text))})
		}
		open, continued = -1, false
	}
	for i := in.Start; i < in.End; {
		r, n := utf8.DecodeRuneInString(text[i:in.End])
		switch {
		case r == '\n' && open >= 0 && paragraphEnds(text[i:in.End]):
			rest := strings.TrimLeft(text[i:in.End], " \t\r\n")
			at := open
			end(i)
			if strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "”") {
				i = in.End - len(rest)
				_, w := utf8.DecodeRuneInString(rest)
				open, continued = i+w, at >= 0
				i += w
				continue
			}
		case r == '"' && inches(text[in.Start:in.End], i-in.Start):
		case doubled(text[i:in.End]):
			n = 2
			if open >= 0 {
				end(i)
			} else {
				open, single = i+n, false
			}
		case r == '"' || r == '“' || r == '”' || r == '«' || r == '»' || r == '„':
			if open >= 0 && !single {
				end(i)
			} else if open < 0 {
				open, single = i+n, false
			}
		case r == '‘' && open < 0 && !letterBefore(text, i):
			open, single = i+n, true
		case r == '\'' && open < 0 && apostropheOpens(text[in.Start:in.End], i-in.Start):
			open, single = i+n, true
		case r == '\'' && single && open >= 0 && closes(text[in.Start:in.End], i-in.Start):
			end(i)
		case (r == '’') && single && open >= 0 && !letterAfter(text, i+n):
			end(i)
		}
		i += n
	}
	end(in.End)
	return found
}

// doubled: two single marks that stand for a double one, as typewriters have them.
func doubled(text string) bool { return strings.HasPrefix(text, "''") || strings.HasPrefix(text, "``") }

// inches: a straight mark behind a digit is no quotation mark, "a 12\" pipe", where the sentence goes on behind it and the
// marks of its line are odd in number.
func inches(text string, i int) bool {
	if i == 0 || text[i-1] < '0' || text[i-1] > '9' || i+2 >= len(text) || text[i+1] != ' ' || text[i+2] < 'a' || text[i+2] > 'z' {
		return false
	}
	const reach = 4000 // bytes; longer lines are counted in part
	from := max(0, i-reach)
	from += strings.LastIndexByte(text[from:i], '\n') + 1
	to := min(len(text), i+reach)
	if n := strings.IndexByte(text[i:to], '\n'); n >= 0 {
		to = i + n
	}
	return strings.Count(text[from:to], "\"")%2 == 1
}

// apostropheOpens: a straight single mark opens a quotation where white space stands before it, a letter after it,
// and one that closes comes before the paragraph ends or another opens. All others are apostrophes: "Chad's", "the '90s", "voters' fears".
func apostropheOpens(text string, i int) bool {
	if i > 0 && !strings.ContainsRune(" \t\r\n(", rune(text[i-1])) || !letterAfter(text, i+1) {
		return false
	}
	for k := i + 1; k < len(text) && text[k] != '\n' && k < i+2000; k++ {
		if text[k] != '\'' {
			continue
		}
		if closes(text, k) {
			return true
		}
		if text[k-1] == ' ' {
			return false
		}
	}
	return false
}

// closes: a straight single mark closes a quotation after the comma or stop that ends speech.
func closes(text string, i int) bool {
	return i > 0 && strings.IndexByte(".,!?", text[i-1]) >= 0 && !letterAfter(text, i+1)
}

// paragraphEnds: a blank line, or a line end after which a new mark or capital begins.
func paragraphEnds(rest string) bool {
	rest = strings.TrimLeft(rest[1:], " \t\r")
	return rest == "" || rest[0] == '\n' || strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "“")
}

func letterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r)
}

func letterAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// quoteAt is the quotation that covers a byte offset, −1 without.
func quoteAt(quotes []quote, offset int) int {
	q := sort.Search(len(quotes), func(i int) bool { return quotes[i].span.End > offset })
	if q < len(quotes) && quotes[q].span.Start <= offset {
		return q
	}
	return -1
}

// speech says whether quoted words are somebody's speech: long enough, or with the mark that parts speech from who says it.
func speech(words string) bool {
	return len(strings.Fields(words)) >= shortQuote || strings.HasSuffix(words, ",") || strings.HasSuffix(words, "?")
}
