package browse

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

func guide(t *testing.T, ex Examples) string {
	t.Helper()
	page, err := Guide("http://localhost:7475", ex)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// pre is the text of a query as a Browser reads it off the page.
func pre(t *testing.T, page, name string) string {
	t.Helper()
	m := regexp.MustCompile(`(?s)<pre class="code runnable" data-name="` + name + `">(.*?)</pre>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("the guide has no query %s", name)
	}
	return html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(m[1], ""))
}

// TestGuide: every shipped question stands in it, whole, with values in the place of its parameters.
func TestGuide(t *testing.T) {
	page := guide(t, Examples{"actor": "Norland", "other": "Sudmark", "person": "Mira Holm", "target": "a toll",
		"statement": "st:abc"})
	if n := strings.Count(page, "<slide"); n != len(must(pictures(nil)))+len(must(asked(nil)))+1 ||
		n != strings.Count(page, "</slide>") {
		t.Errorf("%d slides", n)
	}
	for _, q := range must(asked(nil)) {
		text := pre(t, page, q.Name)
		if strings.Contains(text, "$") || strings.Contains(text, "// parameters") {
			t.Errorf("%s is not ready to run:\n%s", q.Name, text)
		}
		if !strings.Contains(page, html.EscapeString(q.Help)) {
			t.Errorf("%s: its help is missing", q.Name)
		}
	}
	if text := pre(t, page, "stance-of"); !strings.HasPrefix(text,
		`MATCH (h:Actor) WHERE any(called IN h.names WHERE called IN [toLower(trim("norland"))])`) {
		t.Errorf("stance-of: %s", text)
	}
	if text := pre(t, page, "top-actors"); !strings.Contains(text, "LIMIT 20\n") {
		t.Errorf("top-actors: %s", text)
	}
	if text := pre(t, page, "evidence"); !strings.Contains(text, `"st:abc"`) || strings.Contains(text, "toLower") {
		t.Errorf("evidence: %s", text)
	}
}

// cleaned does to a guide what Neo4j Browser 5.24 does before it reads it; \s of JavaScript is white space of any
// script.
func cleaned(page string) string {
	const space = `[\s\p{Z}\x{feff}]`
	for _, pattern := range []string{
		`(?i)` + space + `+on[^\s\p{Z}\x{feff}=]+` + space + `*=` + space + `*("[^"]*"|'[^']*'|[\w\-.:]+` + space + `*)`,
		`(?i)<script\b[^<]*(<[^<]*)*(</script>)?`,
		`href=".*javascript:[^"]*"`,
		`href='.*javascript:[^']*'`,
	} {
		page = regexp.MustCompile(pattern).ReplaceAllString(page, "")
	}
	return page
}

// TestGuideIsCleaned: what the Browser takes out of a guide bites neither into a query nor into a name.
func TestGuideIsCleaned(t *testing.T) {
	if got := cleaned(`<p onclick="x()">told once = twice</p><script>x()</script>`); got != `<p>told</p>` {
		t.Errorf("the test's own cleaning gives %q", got)
	}
	for _, name := range []string{"", "one = two", "told once = twice", " on1=", ` onclick="alert(1)"`,
		"ready\u00a0online=yes", "javascript:alert(1)", "<script>alert(1)"} {
		page := guide(t, Examples{"actor": name, "other": name, "person": name, "target": name, "statement": name})
		if cleaned(page) != page {
			t.Errorf("%q: the Browser would take something out of the guide", name)
		}
	}
}

// TestFolded: a name stands in the query as the stores keep it, also where Cypher's toLower makes other letters of it.
func TestFolded(t *testing.T) {
	for name, want := range map[string]string{"İzmir": "izmir", " New  York ": "new york", "ΟΔΟΣ": "οδοσ"} {
		if text := pre(t, guide(t, Examples{"actor": name}), "stance-of"); !strings.Contains(text,
			`toLower(trim("`+want+`"))`) || graph.Fold(name) != want {
			t.Errorf("%q: %.80s", name, text)
		}
	}
}

// TestCommand: what is shown to be pasted into a terminal asks one question and does nothing else.
func TestCommand(t *testing.T) {
	for _, tt := range []struct{ question, value, want string }{
		{"stance-of", "Norland", `stancegraph query stance-of 'Norland'`},
		{"stance-of", "$(touch x) `touch y` \"; touch z", "stancegraph query stance-of '$(touch x) `touch y` \"; touch z'"},
		{"stance-of", "it's; touch x", `stancegraph query stance-of 'it'\''s; touch x'`},
		{"stance-of", "a\nrm x\x1b[2J\u202e", `stancegraph query stance-of 'a rm x [2J '`},
		{"stance-of", "--store=x", `stancegraph query stance-of -- '--store=x'`},
		{"top-actors", "", `stancegraph query top-actors '20'`},
		{"who-wants-what", "", `stancegraph query who-wants-what`},
	} {
		page := guide(t, Examples{"actor": tt.value})
		for _, q := range must(asked(Examples{"actor": tt.value})) {
			if q.Name != tt.question {
				continue
			}
			if got := q.Command(); got != tt.want || !strings.Contains(html.UnescapeString(page), "<code>"+got+"</code>") {
				t.Errorf("%s of %q: %s", tt.question, tt.value, got)
			}
		}
	}
}

// TestSentencesFloor: the query from an edge to its sentences takes the statements that the edge counts.
func TestSentencesFloor(t *testing.T) {
	for _, q := range must(pictures(nil)) {
		if q.Name == "sentences" && !strings.Contains(q.Text(), fmt.Sprintf("st.confidence >= %v ", graph.Floor)) {
			t.Errorf("no floor of %v in\n%s", graph.Floor, q.Text())
		}
	}
}

// TestHostileExamples: a name of the database can end neither its element nor its place in the query.
func TestHostileExamples(t *testing.T) {
	for _, name := range []string{`"}) DETACH DELETE (n) //`, `\`, `\"`, "</pre><script>alert(1)</script>",
		`" onfocus="alert(1)`, "{{.}}", "line\nend\u2028more", "\u202Eright to left", "nul\x00bell\x07", `\u0022 + "x`,
		"broken \xff"} {
		page := guide(t, Examples{"actor": name, "target": name, "statement": name})
		if strings.Contains(page, "<script") || strings.Contains(page, `onfocus="`) {
			t.Errorf("%q: got out of its element", name)
		}
		for _, query := range []string{"stance-of", "evidence"} {
			text := pre(t, page, query)
			literal := regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`).FindStringSubmatch(text)
			if literal == nil {
				t.Fatalf("%q: no literal in %s", name, text)
			}
			want := strings.ToValidUTF8(name, "\ufffd")
			if query == "stance-of" {
				want = graph.Fold(want)
			}
			if got, err := strconv.Unquote(literal[0]); err != nil || got != want { // Go's literals are Cypher's in this
				t.Errorf("%s: the literal reads %q (%v), want %q", query, got, err, want)
			}
		}
	}
}

// TestStyle: what the graph has is styled, stances by their sign, and the general label before the special ones.
func TestStyle(t *testing.T) {
	style := Style()
	rule := func(selector string) string {
		_, rest, ok := strings.Cut(style, selector+" {")
		if !ok {
			t.Errorf("no rule for %s", selector)
		}
		body, _, _ := strings.Cut(rest, "}\n")
		return body
	}
	for _, l := range graph.Labels() {
		rule("node." + string(l.Label))
		for _, kind := range l.Kinds {
			rule("node." + kind)
			if strings.Index(style, "node."+kind+" ") < strings.Index(style, "node."+string(l.Label)+" ") {
				t.Errorf("%s stands before %s, whose colour would win", kind, l.Label)
			}
		}
	}
	for _, e := range graph.EdgeTypes() {
		rule("relationship." + string(e.Type))
	}
	for typ, color := range map[string]string{
		schema.Supports.Edge(false): forColor, schema.Supports.Edge(true): againstColor,
		schema.Attacks.Edge(false): againstColor, schema.Attacks.Edge(true): forColor, schema.Plans.Edge(false): neutralColor,
	} {
		if !strings.Contains(rule("relationship."+typ), " color: "+color+";") {
			t.Errorf("%s is not %s", typ, color)
		}
	}
	if strings.Contains(style, "//") || strings.Contains(style, "/*") {
		t.Error("a style knows no comments")
	}
}

func TestFavourites(t *testing.T) {
	data, err := FavouritesZip(must(Favourites(Examples{"actor": "Norland"})))
	again, _ := FavouritesZip(must(Favourites(Examples{"actor": "Norland"})))
	if err != nil || !bytes.Equal(data, again) {
		t.Fatalf("%v; the same favourites give other bytes", err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil || !bytes.HasPrefix(text, []byte("// ")) || bytes.Contains(text, []byte("$")) {
			t.Errorf("%s (%v): %s", f.Name, err, text)
		}
		names[f.Name] = true
	}
	if len(names) != len(must(pictures(nil)))+len(must(asked(nil))) || !names["stancegraph/stance-of.cypher"] {
		t.Errorf("files %v", names)
	}
}

func TestServer(t *testing.T) {
	said := ""
	s := &Server{Base: "http://localhost:7475", Say: func(text string) { said += text },
		Examples: func(context.Context) (Examples, error) { return Examples{"actor": "Norland"}, nil }}
	for _, tt := range []struct {
		why, method, path, host, origin string
		status                          int
		has                             string
	}{
		{"the guide", "GET", "/guide.html", "localhost:7475", "http://127.0.0.1:7474", 200, "Norland"},
		{"the style", "GET", "/style.grass", "localhost:7475", "http://localhost:7474", 200, "relationship.SUPPORTS"},
		{"favourites", "GET", "/favourites.zip", "127.0.0.1:7475", "", 200, "PK"},
		{"one favourite", "GET", "/favourites/stance-of.cypher", "[::1]:7475", "http://[::1]:7474", 200,
			"// All stances of one actor"},
		{"what to paste", "GET", "/", "localhost", "", 200,
			":guide http://localhost:7475/guide.html\n:style http://localhost:7475/style.grass\n"},
		{"asked beforehand", "OPTIONS", "/guide.html", "localhost:7475", "http://127.0.0.1:7474", 204, ""},
		{"head", "HEAD", "/guide.html", "localhost:7475", "", 200, ""},
		{"no such page", "GET", "/etc/passwd", "localhost:7475", "", 404, ""},
		{"out of the folder", "GET", "/favourites/../serve.go", "localhost:7475", "", 404, ""},
		{"a method that changes", "POST", "/guide.html", "localhost:7475", "", 405, ""},
		{"another page in the same browser", "GET", "/guide.html", "localhost:7475", "https://example.org", 403, ""},
		{"a page whose name begins alike", "GET", "/guide.html", "localhost:7475", "http://localhost.example.org", 403, ""},
		{"a page whose name ends alike", "GET", "/guide.html", "localhost:7475", "https://example.org:localhost", 403, ""},
		{"a page with this machine as user", "GET", "/guide.html", "localhost:7475", "https://localhost@example.org", 403, ""},
		{"a page with a user", "GET", "/guide.html", "localhost:7475", "https://example.org@localhost", 403, ""},
		{"this machine in a path", "GET", "/guide.html", "localhost:7475", "https://example.org/localhost", 403, ""},
		{"an origin with a path", "GET", "/guide.html", "localhost:7475", "http://localhost/", 403, ""},
		{"two origins", "GET", "/guide.html", "localhost:7475", "http://localhost http://example.org", 403, ""},
		{"a program on this machine", "GET", "/guide.html", "localhost:7475", "app://localhost", 403, ""},
		{"a page without origin", "GET", "/guide.html", "localhost:7475", "null", 403, ""},
		{"this machine by another name", "GET", "/guide.html", "evil.example:7475", "", 403, ""},
		{"a name that begins alike", "GET", "/guide.html", "localhost.example:7475", "", 403, ""},
	} {
		r := httptest.NewRequest(tt.method, "http://localhost"+tt.path, nil)
		r.Host = tt.host
		if tt.origin != "" {
			r.Header.Set("Origin", tt.origin)
			r.Header.Set("Access-Control-Request-Headers", "pragma,sentry-trace")
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.has) {
			t.Errorf("%s: status %d, want %d; %.80q", tt.why, w.Code, tt.status, w.Body)
		}
		allowed := w.Header().Get("Access-Control-Allow-Origin")
		if want := tt.origin; tt.status == 403 && allowed != "" || tt.status < 300 && allowed != want {
			t.Errorf("%s: allows the origin %q", tt.why, allowed)
		}
		if tt.method == http.MethodOptions && (w.Header().Get("Access-Control-Allow-Headers") != "pragma,sentry-trace" ||
			w.Header().Get("Access-Control-Allow-Private-Network") != "true") {
			t.Errorf("%s: %v", tt.why, w.Header())
		}
		if tt.status == 403 && strings.Contains(w.Body.String(), "Norland") {
			t.Errorf("%s: tells a name of the database", tt.why)
		}
	}
	s.Examples = func(context.Context) (Examples, error) { return nil, errors.New("the server is away") }
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/guide.html", nil))
	if w.Code != 200 || !strings.Contains(w.Body.String(), "No actor of the database is known here") ||
		said != "the server is away" {
		t.Errorf("without the database: status %d, said %q", w.Code, said)
	}
}

// must ends the test where there is an error.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
