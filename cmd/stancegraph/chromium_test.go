package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// screenshots is where the environment wants pictures of what pages showed; none where it is unset.
const screenshots = "STANCEGRAPH_SCREENSHOTS"

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
	const how = "no Chromium to open pages in: apt-get install chromium"
	if os.Getenv("CI") == "true" {
		t.Fatal(how)
	}
	t.Skip(how)
	return ""
}

// webPage is a page in Chromium.
type webPage struct {
	*testing.T
	ctx context.Context
}

// newWebPage starts a browser; hear, where it is not nil, gets the events of its page.
func newWebPage(t *testing.T, chromium string, hear func(event any)) webPage {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1500, 950),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	var listen []chromedp.ContextOption
	if hear != nil {
		listen = append(listen, chromedp.WithListener(hear))
	}
	ctx, cancel = chromedp.NewContext(ctx, listen...)
	t.Cleanup(cancel)
	return webPage{t, ctx}
}

// do takes steps, or fails with a picture of what was shown.
func (b webPage) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.shot("failed")
		b.Fatalf("%s: %v", what, err)
	}
}

// see waits for a condition in JavaScript. The time-out only guards against waiting for ever. The condition is asked from
// outside: a page's policy may forbid chromedp's own polling, which compiles it inside.
func (b webPage) see(what, condition string) {
	b.Helper()
	for end := time.Now().Add(5 * time.Minute); ; time.Sleep(100 * time.Millisecond) {
		seen, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+condition+")"))
		if seen {
			return
		}
		if b.ctx.Err() != nil || time.Now().After(end) {
			b.shot("failed")
			b.Fatalf("%s: not seen; %v", what, err)
		}
	}
}

func (b webPage) click(what, selector string) {
	b.Helper()
	b.do(what, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).click()`, selector)))
}

func (b webPage) text(expression string) string {
	b.Helper()
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return text
}

func (b webPage) shot(name string) {
	b.Helper()
	if dir := os.Getenv(screenshots); dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			b.Error(err)
		}
		b.write(filepath.Join(dir, "browser-"+name+".png"))
	}
}

func (b webPage) write(path string) {
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
