package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph/browse"
)

// picture makes the README's picture anew.
var picture = flag.Bool("picture", false, "write testdata/browser.png of the drawn graph (with TestBrowser)")

// screenshots is where the environment wants pictures of what the Browser showed; none where it is unset.
const screenshots = "STANCEGRAPH_SCREENSHOTS"

// TestBrowser: in a real Neo4j Browser the guide opens after the login, its queries run, and the answer is drawn in
// the colours of the style.
func TestBrowser(t *testing.T) {
	chromium := chromium(t)
	port := freePort(t)
	t.Setenv("NEO4J_GUIDE", fmt.Sprintf("http://localhost:%d", port))
	ownServer(t)
	must(t, "ingest", "-q", "../../testdata/transcripts", "../../testdata/articles")
	serve(t, port)

	b := openBrowser(t, chromium)
	b.logIn()
	b.see("the guide after the login", `[...document.querySelectorAll('pre.runnable')].some(e => e.offsetParent && e.textContent.includes('MATCH p'))`)
	b.see("the style after the login", `document.body.textContent.includes('relationship.NOT_SUPPORTS')`)

	b.run("stances")
	b.see("drawn nodes", `document.querySelectorAll('g.node').length > 3 && document.querySelectorAll('g.relationship').length > 3`)
	b.colours()
	time.Sleep(3 * time.Second) // the drawing comes to rest
	b.shot("stances")

	b.slide("actor")
	b.run("actor")
	b.see("the stances of one actor", firstFrame+`.querySelectorAll('g.relationship').length > 3`)
	time.Sleep(3 * time.Second)
	b.shot("actor")
	if *picture {
		b.write(filepath.Join("..", "..", "testdata", "browser.png"))
	}

	b.slide("sentences")
	b.run("sentences")
	b.see("the sentence behind an edge", firstFrame+`.querySelectorAll('g.node').length >= 4 && `+firstFrame+`.textContent.includes('Sentence (')`)
	b.shot("sentences")

	b.slide("stance-of")
	b.run("stance-of")
	b.see("an answer with its sentences", `[...`+firstFrame+`.querySelectorAll('th, [role="columnheader"]')].some(e => e.textContent.includes('sentence'))`)
	b.shot("stance-of")

	b.do("drop the favourites", chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`fetch('http://localhost:%d/favourites.zip').then(r => r.blob()).then(zip => {
		const data = new DataTransfer()
		data.items.add(new File([zip], 'favourites.zip'))
		document.querySelector('.filedrop').dispatchEvent(new DragEvent('drop', {bubbles: true, dataTransfer: data}))
	})`, port)))
	b.see("the favourites in their drawer", `JSON.stringify(localStorage).includes('// All stances of one actor')`)
}

// firstFrame is what was answered last, in JavaScript.
const firstFrame = `document.querySelector('[data-testid="frame"]')`

// chromium is the program's path. Without it the test is skipped at home and fails in CI.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: no browser is started")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const how = "no Chromium to open Neo4j Browser in: apt-get install chromium"
	if os.Getenv("CI") == "true" {
		t.Fatal(how)
	}
	t.Skip(how)
	return ""
}

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
	term := &terminal{in: strings.NewReader(""), out: io.Discard, err: t.Output(), width: 80}
	go func() { done <- run(ctx, term, []string{"browse", "--port", fmt.Sprint(port)}) }()
	t.Cleanup(func() {
		cancel()
		if status := <-done; status != exitDone {
			t.Errorf("browse ended with status %d", status)
		}
	})
}

// neo4jBrowser is a page of Neo4j Browser.
type neo4jBrowser struct {
	*testing.T
	ctx context.Context
}

func openBrowser(t *testing.T, chromium string) neo4jBrowser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.WindowSize(1500, 950))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return neo4jBrowser{t, ctx}
}

// do takes steps, or fails with a picture of what was shown.
func (b neo4jBrowser) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.shot("failed")
		b.Fatalf("%s: %v", what, err)
	}
}

// see waits for a condition in JavaScript.
func (b neo4jBrowser) see(what, condition string) {
	b.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.Poll[bool]("!!("+condition+")", chromedp.WithPollingTimeout(30*time.Second), chromedp.WithPollingInterval(200*time.Millisecond)))
	if err != nil {
		b.shot("failed")
		b.Fatalf("%s: %v", what, err)
	}
}

func (b neo4jBrowser) click(what, selector string) {
	b.Helper()
	b.do(what, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).click()`, selector)))
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
		[...document.querySelectorAll('*')].filter(e => e.children.length == 0 && e.textContent.trim() == 'Next').forEach(e => e.click())`, name))
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

// colours fails unless all that is drawn has the colours of the style, and stances for and against are there.
func (b neo4jBrowser) colours() {
	b.Helper()
	nodes, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll('g.node circle.b-outline, g.node circle.outline')].map(e => (e.getAttribute('fill') || '').toLowerCase())`))
	if err != nil {
		b.Fatal(err)
	}
	edges, err := chromedp.Run(b.ctx, chromedp.Evaluate[[][2]string](`[...document.querySelectorAll('g.relationship')].map(g => [g.textContent.trim(), ((g.querySelector('path.b-outline, path.outline') || {getAttribute: () => ''}).getAttribute('fill') || '').toLowerCase()])`))
	if err != nil {
		b.Fatal(err)
	}
	style := strings.ToLower(browse.Style())
	for _, fill := range nodes {
		if !strings.Contains(style, " color: "+fill+";") {
			b.Errorf("a node is filled with %q, which is no colour of the style", fill)
		}
	}
	signs := map[string]bool{}
	for _, e := range edges {
		name := strings.ToLower(strings.TrimSuffix(e[0], "…")) // a short edge shows less of its name
		if !regexp.MustCompile(`relationship\.` + name + `\w* \{[^}]* color: ` + e[1] + ";").MatchString(style) {
			b.Errorf("an edge %s is drawn in %q, which is not its colour", e[0], e[1])
		}
		signs[e[1]] = true
	}
	if len(signs) < 3 {
		b.Errorf("the edges have the colours %v: stances for, against and neither should be told apart", signs)
	}
	if len(nodes) == 0 || len(slices.Compact(slices.Sorted(slices.Values(nodes)))) < 2 {
		b.Errorf("the nodes have the fills %q: actors of several kinds should be told apart", nodes)
	}
}

func (b neo4jBrowser) shot(name string) {
	b.Helper()
	if dir := os.Getenv(screenshots); dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			b.Error(err)
		}
		b.write(filepath.Join(dir, "browser-"+name+".png"))
	}
}

func (b neo4jBrowser) write(path string) {
	b.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Error(err)
		return
	}
	if err := os.WriteFile(path, png, 0o644); err != nil {
		b.Error(err)
	}
}

// browserAddress asks the server where its Browser is.
func browserAddress(t *testing.T) string {
	t.Helper()
	out, _ := must(t, "query", "--format", "csv", "--cypher", "SHOW SETTINGS 'server.http.listen_address' YIELD value RETURN value")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	return "http://" + lines[len(lines)-1]
}
