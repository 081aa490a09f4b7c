package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph/browse"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// picture makes the README's pictures anew.
var picture = flag.Bool("picture", false, "write testdata/browser.png (with TestBrowser), testdata/view.png (with TestView)")

// TestBrowser: in a real Neo4j Browser the guide opens after the login, its queries run, and the answer is drawn in
// the colours of the style.
func TestBrowser(t *testing.T) {
	chromium := chromium(t)
	port := freePort(t)
	t.Setenv("NEO4J_GUIDE", fmt.Sprintf("http://localhost:%d", port))
	ownServer(t)
	must(t, "ingest", "-q", "../../testdata/transcripts", "../../testdata/articles")
	serve(t, port)

	b := neo4jBrowser{newWebPage(t, chromium, nil)}
	b.logIn()
	b.see("the guide after the login", `[...document.querySelectorAll('pre.runnable')]
		.some(e => e.offsetParent && e.textContent.includes('MATCH p'))`)
	b.see("the style after the login", `document.body.textContent.includes('relationship.NOT_SUPPORTS')`)

	b.shot("login")

	b.run("stances")
	b.see("drawn nodes", `document.querySelectorAll('g.node').length > 3 &&
		document.querySelectorAll('g.relationship').length > 3`)
	b.colours()
	b.rest()
	b.shot("stances")

	b.slide("actor")
	b.run("actor")
	b.see("the stances of one actor", firstFrame+`.querySelectorAll('g.relationship').length > 3`)
	b.rest()
	b.shot("actor")
	if *picture {
		b.write(filepath.Join("..", "..", "testdata", "browser.png"))
	}
	statement := b.edge()

	b.slide("sentences")
	b.typeInto("sentences-statement", statement)
	const query = `document.querySelector('pre[data-name="sentences"]')`
	b.see("the statement in the query", fmt.Sprintf(query+`.textContent.includes('"%s"')`, statement))
	b.run("sentences")
	b.see("the sentence of an edge", firstFrame+`.querySelectorAll('g.node').length >= 4 &&
		`+firstFrame+`.textContent.includes('Sentence (')`)
	b.colours()
	b.rest()
	b.shot("sentences")

	all, err := questions.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		b.question(q.Name)
	}
	b.favourites(port)
}

// question runs a question of the guide and waits for its answer.
func (b neo4jBrowser) question(name string) {
	b.Helper()
	b.slide(name)
	b.do("mark what was answered", chromedp.Evaluate[chromedp.Void](firstFrame+`.dataset.before = "yes"`))
	b.run(name)
	b.see("an answer to "+name, firstFrame+`.dataset.before != 'yes' &&
		/records|ERROR/.test(`+firstFrame+`.textContent)`)
	text := b.text(firstFrame + ".textContent")
	if strings.Contains(text, "ERROR") || strings.Contains(text, "Neo.ClientError") {
		b.shot(name)
		b.Errorf("%s: %s", name, text)
	}
	if name == "stance-of" {
		b.see("an answer with its sentences", `[...`+firstFrame+`.querySelectorAll('th, [role="columnheader"]')]
			.some(e => e.textContent.includes('sentence'))`)
		b.shot(name)
	}
}

// favourites drops the served favourites on the Browser.
func (b neo4jBrowser) favourites(port int) {
	b.Helper()
	const drop = `fetch('http://localhost:%d/favourites.zip').then(r => r.blob()).then(zip => {
		const data = new DataTransfer()
		data.items.add(new File([zip], 'favourites.zip'))
		document.querySelector('.filedrop').dispatchEvent(new DragEvent('drop', {bubbles: true, dataTransfer: data}))
	})`
	b.do("drop the favourites", chromedp.Evaluate[chromedp.Void](fmt.Sprintf(drop, port)))
	b.see("the favourites in their drawer", `JSON.stringify(localStorage).includes('// All stances of one actor')`)
}

// neo4jBrowser is a page of Neo4j Browser.
type neo4jBrowser struct{ webPage }

// firstFrame is what was answered last, in JavaScript.
const firstFrame = `document.querySelector('[data-testid="frame"]')`

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// serve runs the command until the test ends.
func serve(t *testing.T, port int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan int)
	c := &term.Terminal{In: strings.NewReader(""), Out: io.Discard, Err: t.Output(), Width: 80}
	go func() { done <- run(ctx, c, []string{"browse", "--port", fmt.Sprint(port)}) }()
	t.Cleanup(func() {
		cancel()
		if status := <-done; status != term.Done {
			t.Errorf("browse ended with status %d", status)
		}
	})
}

// run clicks the arrow beside a query of the guide.
func (b neo4jBrowser) run(name string) {
	b.Helper()
	b.click("the arrow beside "+name, fmt.Sprintf(`pre[data-name="%s"] i`, name))
}

// slide goes on in the guide to the slide with a query.
func (b neo4jBrowser) slide(name string) {
	b.Helper()
	b.see("the slide with "+name, fmt.Sprintf(`document.querySelector('pre[data-name=%q]') ||
		[...document.querySelectorAll('*')].filter(e => e.children.length == 0 && e.textContent.trim() == 'Next')
			.forEach(e => e.click())`, name))
}

func (b neo4jBrowser) logIn() {
	b.Helper()
	b.do("open the Browser", chromedp.EmulateViewport(1500, 950), chromedp.Navigate(browserAddress(b.T)))
	b.see("the login", `document.querySelector('[data-testid="password"]')`)
	// the server told the Browser its address
	b.do("log in", chromedp.SendKeys(chromedp.CSS(`[data-testid="username"]`), os.Getenv("NEO4J_USERNAME")),
		chromedp.SendKeys(chromedp.CSS(`[data-testid="password"]`), os.Getenv("NEO4J_PASSWORD")+"\n"))
	b.see("that the login went through", `!document.querySelector('[data-testid="password"]')`)
}

// rest waits for the drawing to come to rest.
func (b neo4jBrowser) rest() { time.Sleep(3 * time.Second) }

// edge clicks the first edge of the drawing and gives the statement that is shown beside it as its latest.
func (b neo4jBrowser) edge() string {
	b.Helper()
	const press = `.dispatchEvent(new MouseEvent('mousedown', {bubbles: true, view: window}))`
	b.do("an edge", chromedp.Evaluate[chromedp.Void](firstFrame+`.querySelector('g.relationship')`+press))
	const latest = `[...` + firstFrame + `.querySelectorAll('*')].filter(e => e.children.length == 0)
		.map(e => e.textContent.trim()).find(t => /^st:[a-z0-9]+$/.test(t))`
	b.see("the edge's statement", latest)
	b.shot("edge")
	return b.text(latest)
}

// typeInto takes the place of what stands in an input of the guide.
func (b neo4jBrowser) typeInto(key, text string) {
	b.Helper()
	input := chromedp.CSS(fmt.Sprintf(`input[value-for="%s"]`, key))
	b.do("type into "+key, chromedp.Clear(input), chromedp.SendKeys(input, text))
}

var styleRule = regexp.MustCompile(`(?s)(node|relationship)\.(\w+) \{[^}]*\n  color: (#\w+);`)

// colours fails unless each node and edge of the last answer has the colour that the style gives to its label or type.
func (b neo4jBrowser) colours() {
	b.Helper()
	want := map[string]string{}
	for _, m := range styleRule.FindAllStringSubmatch(browse.Style(), -1) {
		want[m[2]] = m[3]
	}
	const drawn = `[...` + firstFrame + `.querySelectorAll('g.node, g.relationship')].map(g => [
		(g.__data__.labels || [g.__data__.type]).filter((l, i, all) => l != 'Actor' || all.length == 1).join(),
		(g.querySelector('circle.b-outline, path.b-outline') || g).getAttribute('fill') || ''])`
	list, err := chromedp.Run(b.ctx, chromedp.Evaluate[[][2]string](drawn))
	if err != nil {
		b.Fatal(err)
	}
	seen := map[string]bool{}
	for _, d := range list {
		seen[d[1]] = true
		if want[d[0]] == "" || d[1] != want[d[0]] {
			b.Errorf("%s is drawn in %q, not in %q", d[0], d[1], want[d[0]])
		}
	}
	if len(seen) < 5 { // kinds of nodes, and stances for, against and neither, or what leads to a sentence
		b.Errorf("all is drawn in the colours %v", seen)
	}
}

// browserAddress asks the server where its Browser is.
func browserAddress(t *testing.T) string {
	t.Helper()
	const cypher = "SHOW SETTINGS 'server.http.listen_address' YIELD value RETURN value"
	out, _ := must(t, "query", "--format", "csv", "--cypher", cypher)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	return "http://" + lines[len(lines)-1]
}
