package source

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/stancegraph/stancegraph/schema"
)

// readHTML takes the article out of a page: its title as the first line, then its paragraphs with a blank
// line between them. Origins leads each piece of text back to the bytes of the decoded page, where the
// page holds it word for word. apart are the spans that the page sets apart at the beginning of a
// paragraph: bold words, terms, headings.
func readHTML(doc *schema.Document, raw string, opt Options) (apart []schema.Span, err error) {
	if len(raw) > 2*opt.maxBytes() {
		return nil, fmt.Errorf("%w: %.1f MB of HTML", ErrTooLong, float64(len(raw))/1e6)
	}
	defer func() {
		if recover() != nil {
			err = errors.New("broken HTML: the article reader gave up on it")
		}
	}()
	root, err := html.Parse(strings.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read HTML: %w", err)
	}
	meta := metaOf(root)
	prune(root)
	page, _ := url.Parse(meta["url"])
	if page == nil || !page.IsAbs() {
		page = &url.URL{Scheme: "https", Host: "localhost"}
	}
	article, err := readability.FromDocument(root, page)
	body := article.Node
	if err != nil || body == nil {
		body = root // a page too small to have an article: all its text
	}
	w := pageWriter{}
	title := bareTitle(oneLine(article.Title()), article.SiteName())
	if title != "" {
		w.heading(title)
	}
	w.walk(body)
	if w.text.Len() == 0 {
		return nil, ErrEmpty
	}
	doc.Text, doc.Origins = w.text.String(), originsIn(raw, w.pieces)
	doc.Title = title
	doc.Source = cmp.Or(oneLine(article.SiteName()), meta["source"])
	doc.URL = meta["url"]
	published := ""
	if t, err := article.PublishedTime(); err == nil && t.Year() > 1000 {
		published = t.Format(time.DateOnly)
	}
	// the date as the page writes it goes first: the reader above may move it to another time zone
	for _, date := range []string{meta["date"], meta["time"], published, meta["modified"]} {
		if iso, ok := parseDate(date); ok {
			doc.Date, doc.DateSource = iso, schema.DateFromMetadata
			break
		}
	}
	return w.apart, nil
}

var (
	clutterRE = regexp.MustCompile(`(?i)^(?:[a-z]+[-_])??(?:(?:user|reader)[-_]?)?(?:comments?|disqus|cookies?|gdpr)` +
		`(?:[-_]?(?:section|list|area|box|wrapper|container|thread|form|banner|notice|bar|popup|modal|message|consent|policy|overlay|law))*$`)
	cookieRE = regexp.MustCompile(`(?i)\b(?:we|web ?site|site|partners)\b.{0,60}\buses?\b.{0,60}\bcookies\b|` +
		`\b(?:accept|manage) (?:all )?cookies\b`)
)

// prune removes readers' comments and notices about cookies from a page.
func prune(root *html.Node) {
	var clutter []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && isClutter(n) {
			clutter = append(clutter, n)
		}
	}
	for _, n := range clutter {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isClutter(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Main, atom.Article:
		return false
	case atom.Dialog:
		return true
	case atom.P:
		const longest = 600 // bytes; an article about cookies has longer paragraphs as well
		text := textOf(n)
		return len(text) < longest && cookieRE.MatchString(text)
	}
	for _, name := range strings.Fields(attr(n, "class") + " " + attr(n, "id")) {
		if clutterRE.MatchString(name) {
			return !holdsArticle(n)
		}
	}
	return false
}

// holdsArticle reports whether an element holds what no readers' comment does: the page's heading or body.
func holdsArticle(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.H1 || c.DataAtom == atom.Main || c.DataAtom == atom.Article {
			return true
		}
	}
	return false
}

// bareTitle takes the outlet's name off a page's title: "Turkey seeks zone - Daily Post".
func bareTitle(title, site string) string {
	if site = oneLine(site); site == "" {
		return title
	}
	for _, mark := range []string{" - ", " | ", " – ", " — ", " :: "} {
		if rest, ok := strings.CutSuffix(title, mark+site); ok && rest != "" {
			return rest
		}
	}
	return title
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// metaKeys are the names and properties by which pages say their date, address and outlet.
var metaKeys = map[string]string{
	"article:published_time": "date", "og:article:published_time": "date", "article:publicationdate": "date",
	"article:published": "date", "datepublished": "date", "publicationdate": "date", "date": "date", "dc.date": "date",
	"dc.date.issued": "date", "dcterms.created": "date", "dcterms.issued": "date", "pubdate": "date", "pdate": "date",
	"ptime": "date", "publishdate": "date", "publish-date": "date",
	"sailthru.date": "date", "parsely-pub-date": "date",
	"article:modified_time": "modified", "datemodified": "modified", "lastmod": "modified", "last-modified": "modified",
	"og:url":       "url",
	"og:site_name": "source", "application-name": "source", "publisher": "source", "dc.publisher": "source",
}

// metaOf reads what a page says of itself: date, time and modified, all of which are dates, url and source.
func metaOf(root *html.Node) map[string]string {
	out := map[string]string{}
	set := func(key, value string) {
		if value = oneLine(value); key != "" && out[key] == "" {
			out[key] = value
		}
	}
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			set(metaKeys[strings.ToLower(attr(n, "property", "name", "itemprop"))], attr(n, "content"))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				set("url", attr(n, "href"))
			}
		case atom.Time:
			written := cmp.Or(attr(n, "datetime", "content"), textOf(n))
			prop := attr(n, "itemprop")
			pubdate := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "pubdate" })
			if strings.Contains(prop, "dateModified") {
				set("modified", written)
			} else if pubdate || strings.Contains(prop, "datePublished") {
				set("time", written)
			}
		}
	}
	return out
}

// attr gives the first of an element's attributes of these keys that is not empty.
func attr(n *html.Node, keys ...string) string {
	for _, key := range keys {
		for _, a := range n.Attr {
			if a.Key == key && a.Val != "" {
				return a.Val
			}
		}
	}
	return ""
}

// piece is one text node of the page, and where its words stand.
type piece struct {
	node string
	span schema.Span
}

// pageWriter writes the text of a page: white space folded, blocks parted by blank lines.
type pageWriter struct {
	text   strings.Builder
	pieces []piece
	breaks int  // line ends due before the next word
	space  bool // a space is due before the next word
	apart  []schema.Span
}

func (w *pageWriter) heading(title string) {
	start := w.text.Len()
	w.text.WriteString(title)
	w.pieces = append(w.pieces, piece{title, schema.Span{Start: start, End: w.text.Len()}})
	w.breaks = 2
}

// walk writes all text below n. It recurses as deep as the page is nested; the parser allows 512.
func (w *pageWriter) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.ElementNode:
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Noscript, atom.Head, atom.Template, atom.Svg, atom.Figcaption, atom.Button,
			atom.Form, atom.Nav, atom.Iframe:
			return
		case atom.Br:
			w.breaks = max(w.breaks, 1)
			return
		case atom.B, atom.Strong, atom.Dt, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			defer w.setApart(n, len(w.pieces), w.breaks > 0 || w.text.Len() == 0)
		}
	}
	due := 0 // line ends before and after
	if isBlock(n) {
		due = 2
	}
	w.breaks = max(w.breaks, due)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	w.breaks = max(w.breaks, due)
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

var blocks = []atom.Atom{
	atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Blockquote,
	atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
	atom.Table, atom.Tr, atom.Figure, atom.Hr, atom.Pre, atom.Address,
}

func isBlock(n *html.Node) bool {
	return n.Type == html.ElementNode && slices.Contains(blocks, n.DataAtom)
}

func (w *pageWriter) words(data string) {
	if strings.TrimSpace(data) == "" {
		w.space = w.space || data != ""
		return
	}
	if first := data[:1]; first == " " || first == "\n" || first == "\t" || first == "\r" {
		w.space = true
	}
	start := -1
	for word := range strings.FieldsSeq(data) {
		switch {
		case w.text.Len() == 0:
		case w.breaks > 0:
			w.text.WriteString("\n\n"[:min(2, w.breaks)])
		case w.space:
			w.text.WriteByte(' ')
		}
		w.breaks, w.space = 0, true
		if start < 0 {
			start = w.text.Len()
		}
		w.text.WriteString(word)
	}
	w.space = unicode.IsSpace(rune(data[len(data)-1]))
	w.pieces = append(w.pieces, piece{data, schema.Span{Start: start, End: w.text.Len()}})
}

// setApart notes the words of n, pieces from first on, where they begin a paragraph.
func (w *pageWriter) setApart(n *html.Node, first int, begins bool) {
	if (begins || isBlock(n)) && first < len(w.pieces) {
		w.apart = append(w.apart, schema.Span{Start: w.pieces[first].span.Start, End: w.pieces[len(w.pieces)-1].span.End})
	}
}

// originsIn finds the pieces in the page, walking both forward, text by text. A piece that the page does
// not hold as one text has no origin.
func originsIn(raw string, pieces []piece) []schema.Origin {
	texts := rawTexts(raw)
	var out []schema.Origin
	const reach = 1000 // texts of clutter between two paragraphs of an article
	at := 0
	for _, p := range pieces {
		want := oneLine(p.node)
		for k := at; k < min(len(texts), at+reach); k++ {
			if texts[k].node == want {
				out = append(out, schema.Origin{Text: p.span, Raw: texts[k].span})
				at = k + 1
				break
			}
		}
	}
	return out
}

// rawTexts gives the runs of text of a page, white space folded, with their bytes in it.
func rawTexts(raw string) (out []piece) {
	z := html.NewTokenizer(strings.NewReader(raw))
	for pos := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out
		}
		bytes := string(z.Raw())
		if words := oneLine(html.UnescapeString(bytes)); kind == html.TextToken && words != "" {
			start := pos + len(bytes) - len(strings.TrimLeftFunc(bytes, unicode.IsSpace))
			out = append(out, piece{words, schema.Span{Start: start, End: start + len(strings.TrimSpace(bytes))}})
		}
		pos += len(bytes)
	}
}
