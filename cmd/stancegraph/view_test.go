package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
)

// TestView: the page that view writes draws the graph in a real Chromium; search, filters, clicks and keys do what they
// should, texts stay texts, and nothing is asked of a network.
func TestView(t *testing.T) {
	b := openView(t, chromium(t), viewStore(t))
	b.shot("view")
	b.drawing()
	b.searching()
	b.filtering()
	b.clicking()
	b.changes()
	b.networks()
	b.hostile()
	b.keys()
	b.media()
	b.quiet()
	if *picture {
		viewPicture(t, chromium(t))
	}
}

// viewPicture makes the README's picture of the page: the texts of testdata, with the page of one actor.
func viewPicture(t *testing.T, chromium string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "texts.sqlite")
	must(t, "ingest", "-q", "--store", file, "../../testdata/transcripts", "../../testdata/articles")
	b := openView(t, chromium, file)
	b.do("an actor", chromedp.Evaluate[chromedp.Void](`location.hash = 'node/' + nodes.find(n => n.name == 'Denmark').index`))
	b.see("its page", `document.querySelector('#panel h2').textContent == 'Denmark'`)
	b.write(filepath.Join("..", "..", "testdata", "view.png"))
}

// TestViewOfMany: a page of 1,000 documents with 5,000 edges stays small, draws the heaviest edges at first, and more on
// demand; when it had painted and drawn is logged.
func TestViewOfMany(t *testing.T) {
	chromium := chromium(t)
	file := saved(t, graphtest.Corpus(1000, 6, 1)...)
	b := openView(t, chromium, file)
	const limit = 5 << 20
	size := evaluate[int](b, `document.documentElement.outerHTML.length`) // a letter a byte, but for a few
	edges := evaluate[int](b, `edges.length`)
	if size > limit || edges < 4000 {
		t.Errorf("%d edges in %d bytes, more than %d", edges, size, limit)
	}
	b.equal("edges drawn", `cy.edges().length`, 150)
	b.see("what is drawn", fmt.Sprintf(`$('status').textContent.startsWith('The 150 heaviest of %d,%03d edges')`, edges/1000, edges%1000))
	t.Logf("%d edges, %d bytes; ms until first paint and until drawn: %v", edges, size,
		evaluate[[]float64](b, `[performance.getEntriesByName('first-paint')[0]?.startTime ?? -1,
			performance.getEntriesByName('drawn')[0].startTime]`))
	b.shot("view-many")
	t.Logf("ms to draw all edges: %v", evaluate[float64](b, `(() => {
		const start = performance.now()
		form.elements.most.value = 10000
		update()
		return performance.now() - start})()`))
	b.equal("all edges drawn", `cy.edges().length`, edges)
	b.see("painted", `cy.nodes().some(n => n.position().x != 0)`)
	b.shot("view-all")
}

// drawnEdges are the edges of the drawing, as the store has them.
const drawnEdges = `cy.edges().map(e => [e.source().data("name"), e.data("type"), e.target().data("name"), e.data("variant")]
	.join("|")).sort()`

// drawing: without a filter just the projected edges of the store are drawn, and the canvas is not blank.
func (b viewPage) drawing() {
	b.Helper()
	g := load(b.T, b.store)
	names := map[graph.Ref]string{}
	for _, n := range g.Nodes {
		switch p := n.Props.(type) {
		case *graph.ActorProps:
			names[n.Ref] = p.Name
		case *graph.IssueProps:
			names[n.Ref] = p.Name
		}
	}
	var want []string
	for _, e := range g.Edges {
		if p, ok := e.Props.(*graph.StanceProps); ok {
			want = append(want, strings.Join([]string{names[e.From], string(e.Type), names[e.To], p.Variant}, "|"))
		}
	}
	slices.Sort(want)
	b.equal("edges", drawnEdges, want)
	b.see("painted pixels", `[...document.querySelectorAll('#graph canvas')].some(c =>
		c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v))`)
	b.see("a drawing within its frame", `cy.height() == $('graph').clientHeight && cy.width() == $('graph').clientWidth &&
		cy.elements().renderedBoundingBox().y2 <= cy.height()`)
	b.see("colours by sign", `new Set(cy.edges().map(e => e.style('line-color'))).size == 3`)
}

// searching: what is typed finds names, also other names; Enter opens the page of the first.
func (b viewPage) searching() {
	b.Helper()
	search := chromedp.CSS("#search")
	b.do("search", chromedp.SendKeys(search, "ostlän"))
	b.see("Ostland found", `document.querySelector('#found li[aria-selected="true"]').textContent.startsWith('Ostland')`)
	b.do("Enter", chromedp.SendKeys(search, "\r"))
	b.see("the page of Ostland", `document.querySelector('#panel h2').textContent == 'Ostland'`)
	b.equal("its stances", `document.querySelector('#panel').textContent.includes('Its stances (3)')`, true)
	b.equal("what stands out", `cy.nodes('.chosen').map(n => n.data('name'))`, []string{"Ostland"})
	b.do("other names", chromedp.SendKeys(search, "eastern realm"))
	b.see("Ostland found by another name", `document.querySelector('#found li').textContent.startsWith('Ostland')`)
	b.do("Escape", chromedp.SendKeys(search, "\x1b"))
	b.shot("view-actor")
	b.do("go back", chromedp.Evaluate[chromedp.Void](`history.back()`))
	b.see("all stances again", `document.querySelector('#panel h2').textContent == 'All stances'`)
}

// filtering: each filter takes out what it should, and Reset brings it back.
func (b viewPage) filtering() {
	b.Helper()
	all := evaluate[[]string](b, drawnEdges)
	box := func(name, value string) string {
		return fmt.Sprintf(`document.querySelector('input[name=%s][value="%s"]').click()`, name, value)
	}
	for _, tt := range []struct {
		name, act string
		holds     string // of each statement behind what is drawn
		count     string // how many statements should be
	}{
		{"sign", box("sign", "-1"), `types[s.type].sign != -1`, ``},
		{"type", box("type", "WANTS"), `types[s.type].name != 'WANTS'`, ``},
		{"inferred", box("origin", "inferred"), `!s.inferred`, ``},
		{"claimed", box("origin", "claimed"), `!(s.sayer >= 0 && s.sayer != s.holder)`, ``},
		{"modality", box("modality", "possible"), `true`, `s.confidence >= .5`},
		{"source", box("source", "0"), `documents[sentences[s.sentence].document].source != 0`, ``},
		{"confidence", set("confidence", "0.8"), `s.confidence >= .8`, ``},
		{"since", set("since", "2031-02-02"), `s.date >= '2031-02-02'`, ``},
		{"until", set("until", "2031-02-01"), `s.date && s.date <= '2031-02-01'`, ``},
		{"name", set("name", "ferry"), `[s.holder, s.target].some(i => nodes[i].name.includes('ferry'))`, ``},
	} {
		b.do(tt.name, chromedp.Evaluate[chromedp.Void](tt.act))
		count := tt.count
		if count == "" {
			count = `s.confidence >= .5 && s.modality == 'asserted' && (` + tt.holds + `)`
		}
		const shown = `edges.flatMap(e => e.statements)`
		b.equal(tt.name+": statements", shown+`.length`, evaluate[int](b, `statements.filter(s => `+count+`).length`))
		b.equal(tt.name+": others", shown+`.filter(s => !(`+tt.holds+`)).length`, 0)
		if slices.Equal(evaluate[[]string](b, drawnEdges), all) {
			b.Errorf("%s: nothing changed", tt.name)
		}
		b.click("Reset", "button[type=reset]")
		b.see("all edges again after "+tt.name, fmt.Sprintf(`cy.edges().length == %d`, len(all)))
	}
	b.do("the heaviest", chromedp.Evaluate[chromedp.Void](set("most", "1")))
	b.equal("the heaviest", drawnEdges, []string{"Ostland|WANTS|a new ferry|stated"})
	b.see("that it says so", fmt.Sprintf(`$('status').textContent.startsWith('The 1 heaviest of %d edges')`, len(all)))
	b.click("Reset", "button[type=reset]")
	b.see("all edges again", fmt.Sprintf(`cy.edges().length == %d`, len(all)))
}

// clicking: a click of the mouse on an edge of the drawing shows its sentences with sayer, document, date and time.
func (b viewPage) clicking() {
	b.Helper()
	const edge = `cy.edges().filter(e => e.data('type') == 'REJECTS' && e.data('variant') == 'claimed')[0]`
	at := evaluate[[2]float64](b, `(() => {
		cy.fit(`+edge+`.union(`+edge+`.connectedNodes()), 100)
		const r = $('graph').getBoundingClientRect(), m = `+edge+`.renderedMidpoint()
		return [r.left + m.x, r.top + m.y]})()`)
	b.do("click", chromedp.MouseClickXY(at[0], at[1]))
	b.see("the sentence", `document.querySelector('#panel blockquote')?.textContent ==
		'Ada Lind said that Sunde rejects the bridge.'`)
	for _, text := range []string{"Sunde −REJECTS the bridge", "claimed by others, against", "says Ada Lind for Ostland", "Evening talk",
		"Harbour Wire", "2031-02-01", "at 1:05", "confidence 0.80"} {
		b.equal(text, fmt.Sprintf(`$('panel').textContent.includes(%q)`, text), true)
	}
	b.equal("marked words", `document.querySelector('#panel mark').textContent`, "Sunde rejects the bridge")
	b.equal("link", `document.querySelector('#panel .origin a').href`, "https://video.example/talk?a=1&b=2")
	b.shot("view-edge")
}

// changes: the timeline marks just the changes of sides that the question flips finds.
func (b viewPage) changes() {
	b.Helper()
	var want []string
	for _, row := range rowsOf(b.T, b.store, "flips") {
		want = append(want, fmt.Sprint(row["from statement"], " ", row["to statement"]))
	}
	slices.Sort(want)
	if len(want) < 2 {
		b.Fatalf("flips: %q", want)
	}
	b.equal("flips", `[...flipsOf(edges.flatMap(e => e.statements))].map(([to, from]) => from.id + ' ' + to.id).sort()`, want)
	b.do("all", chromedp.Evaluate[chromedp.Void](`location.hash = ''`))
	b.see("marked changes", fmt.Sprintf(`document.querySelectorAll('#panel li.flip .change').length == %d`, len(want)))
}

// networks: the pairs of the congruence and the conflict network are those of the questions, with their weights, and a page
// shows what they rest on.
func (b viewPage) networks() {
	b.Helper()
	for _, network := range []string{"congruence", "conflict"} {
		var want []string
		for _, row := range rowsOf(b.T, b.store, network) {
			want = append(want, fmt.Sprint(row["actor id"], " ", row["other id"], " ", cmp.Or(row["shared"], row["opposed"])))
		}
		slices.Sort(want)
		if len(want) == 0 {
			b.Fatalf("no %s", network)
		}
		b.do(network, chromedp.Evaluate[chromedp.Void](set("network", network)))
		b.equal(network, `edges.map(e => [nodes[e.holder].id, nodes[e.target].id].sort().join(' ') + ' ' + e.weight).sort()`, want)
		b.equal("drawn", `cy.edges().length`, len(want))
	}
	b.do("the page of a pair", chromedp.Evaluate[chromedp.Void](`location.hash = 'edge/' + edges[0].key`))
	b.see("both sides", `[...document.querySelectorAll('#panel blockquote')].map(q => q.textContent).sort().join() ==
		'Ostland wants a toll.,Sunde rejects a toll.'`)
	b.do("the page of one of the two", chromedp.Evaluate[chromedp.Void](`location.hash = 'node/' + edges[0].holder`))
	b.see("its ties", `$('panel').textContent.includes('In the network that is drawn (1)')`)
	b.do("back", chromedp.Evaluate[chromedp.Void](`location.hash = ''; `+set("network", "stances")))
}

// hostile: texts that would be code elsewhere are texts here.
func (b viewPage) hostile() {
	b.Helper()
	for i, text := range hostileTexts {
		b.do("search", chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`location.hash = 'node/' +
			nodes.find(n => n.id == 'hostile:%d').index`, i)))
		b.see(text, fmt.Sprintf(`document.querySelector('#panel h2').textContent == %s`, js(text)))
		b.equal("sentence", `document.querySelector('#panel blockquote').textContent`, text+" wants it.")
		b.equal("elements", `document.querySelectorAll('#panel :is(img, script, iframe, svg)').length`, 0)
		b.equal("links", `[...document.querySelectorAll('#panel a')].filter(a => !/^(file|https):/.test(a.href)).length`, 0)
	}
	b.equal("what a text ran", `typeof window.ran`, "undefined")
}

// keys: the page can be used without a mouse.
func (b viewPage) keys() {
	b.Helper()
	press := func(key string) { b.do("press "+key, chromedp.KeyEvent(key)) }
	b.do("leave inputs", chromedp.Evaluate[chromedp.Void](`document.activeElement.blur()`))
	press("/")
	b.equal("where / leads", `document.activeElement.id`, "search")
	press("\x1b")
	before := evaluate[float64](b, `cy.zoom()`)
	press("+")
	b.see("a larger drawing", fmt.Sprintf(`cy.zoom() > %g`, before))
	press("\x1b")
	b.see("all stances", `document.querySelector('#panel h2').textContent == 'All stances'`)
	b.equal("light", `document.documentElement.dataset.theme`, "light")
	b.click("dark", "#theme")
	b.equal("dark", `document.documentElement.dataset.theme`, "dark")
	b.shot("view-dark")
	b.click("light", "#theme")
	b.equal("light again", `document.documentElement.dataset.theme`, "light")
}

// media: the page follows the colours of the system, and on paper stand the drawing and all of the open page, no controls.
func (b viewPage) media() {
	b.Helper()
	emulate := func(media, scheme string) {
		features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
		params := emulation.SetEmulatedMediaParams{Media: media, Features: features}
		if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, params); err != nil {
			b.Fatal(err)
		}
	}
	for _, scheme := range []string{"dark", "light"} {
		emulate("", scheme)
		b.see(scheme, fmt.Sprintf(`document.documentElement.dataset.theme == %q`, scheme))
	}
	emulate("print", "light")
	b.see("paper", `!$('filters').offsetParent && !$('search').offsetParent && $('graph').offsetParent &&
		$('panel').scrollHeight <= $('panel').clientHeight`)
	b.shot("view-print")
	emulate("", "light")
}

// quiet: the page asked for itself alone, and its console is empty.
func (b viewPage) quiet() {
	b.Helper()
	b.heard.Lock()
	requests, console := b.heard.requests, slices.Clone(b.heard.console)
	b.heard.Unlock()
	for i, url := range requests {
		if !strings.HasPrefix(url, "data:") && (i > 0 || !strings.HasPrefix(url, "file://")) {
			b.Errorf("asks for %s", url)
		}
	}
	if len(requests) == 0 {
		b.Error("the requests of the page are not heard")
	}
	for _, text := range console {
		b.Errorf("the console says %s", text)
	}
	const inject = `document.body.append(Object.assign(document.createElement('script'), {textContent: 'ran = 1'}))`
	b.do("a script that is not the page's", chromedp.Evaluate[chromedp.Void](inject))
	b.equal("what it ran", `typeof window.ran`, "undefined")
	b.heard.Lock()
	defer b.heard.Unlock()
	if len(b.heard.console) == len(console) {
		b.Error("the console does not say that the script is refused")
	}
}
