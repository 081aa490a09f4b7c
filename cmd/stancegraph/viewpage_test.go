package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	gocmp "github.com/google/go-cmp/cmp"
)

// viewPage is the page that view wrote of a store.
type viewPage struct {
	webPage
	store string
	heard *heard
}

// heard is what a page did beside drawing: what it asked for, and what its console says.
type heard struct {
	sync.Mutex
	requests, console []string
}

func (h *heard) hear(event any) {
	h.Lock()
	defer h.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		h.requests = append(h.requests, e.Request.URL)
	case *runtime.EventExceptionThrown:
		h.console = append(h.console, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		h.console = append(h.console, string(e.Type))
	case *log.EventEntryAdded:
		h.console = append(h.console, e.Entry.Text)
	}
}

func openView(t *testing.T, chromium, store string) viewPage {
	t.Helper()
	file := filepath.Join(t.TempDir(), "view.html")
	must(t, "view", "--store", store, "-o", file)
	h := &heard{}
	b := viewPage{newWebPage(t, chromium, h.hear), store, h}
	b.do("open the page", chromedp.EmulateViewport(1500, 950), chromedp.Navigate("file://"+file))
	b.see("a drawn page", `document.body.dataset.drawn`)
	return b
}

// evaluate gives the value of an expression.
func evaluate[T any](b viewPage, expression string) T {
	b.Helper()
	raw, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("JSON.stringify("+expression+")"))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	var v T
	if err := json.Unmarshal([]byte(raw), &v); err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

func (b viewPage) equal(what, expression string, want any) {
	b.Helper()
	var plain any
	if err := json.Unmarshal([]byte(js(want)), &plain); err != nil {
		b.Fatal(err)
	}
	if diff := gocmp.Diff(plain, evaluate[any](b, expression)); diff != "" {
		b.shot("failed")
		b.Errorf("%s: %s", what, diff)
	}
}

// set gives a field of the filters a value.
func set(name, value string) string {
	return fmt.Sprintf(`{const i = form.elements[%q]; i.value = %q; i.dispatchEvent(new Event('input', {bubbles: true}))}`,
		name, value)
}

// rowsOf are the rows of a question.
func rowsOf(t *testing.T, store, question string) []map[string]any {
	t.Helper()
	out, _ := must(t, "query", question, "--store", store)
	var rows []map[string]any
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

// js writes a value of a test as JavaScript.
func js(value any) string {
	raw, _ := json.Marshal(value) // strings, numbers and lists of them always marshal
	return string(raw)
}
