package main

import (
	"fmt"
	"time"
)

// progress is the line on stderr that says how far a long command is: count, rate, and the time left where the
// number of bytes in all is known. It shows on a terminal only.
type progress struct {
	t     *terminal
	what  string // "documents"
	total int64  // bytes to read; 0 where unknown
	start time.Time
	shown time.Time
	on    bool
	count int
	done  int64
}

func newProgress(t *terminal, what string, total int64) *progress {
	return &progress{t: t, what: what, total: total, start: time.Now()}
}

// add counts one more, so many bytes long.
func (p *progress) add(bytes int) {
	p.count++
	p.done += int64(bytes)
	now := time.Now()
	if !p.t.errTTY || now.Sub(p.start) < time.Second || now.Sub(p.shown) < 200*time.Millisecond {
		return
	}
	p.shown, p.on = now, true
	fmt.Fprintf(p.t.err, "\r\x1b[K%s", cut(p.line(now.Sub(p.start)), p.t.width-1))
}

func (p *progress) line(took time.Duration) string {
	text := fmt.Sprintf("%d %s, %.1f a second", p.count, p.what, float64(p.count)/took.Seconds())
	if p.total > 0 && p.done > 0 && p.done <= p.total {
		left := time.Duration(float64(took) * float64(p.total-p.done) / float64(p.done))
		text += fmt.Sprintf(", %d %%, %s left", 100*p.done/p.total, left.Round(time.Second))
	}
	return text
}

// hide takes the line away, so that something else can be written.
func (p *progress) hide() {
	if p.on {
		fmt.Fprint(p.t.err, "\r\x1b[K")
		p.on = false
	}
}

// took is the time since the start, rounded for people.
func (p *progress) took() string {
	d := time.Since(p.start)
	if d < 10*time.Second {
		return d.Round(10 * time.Millisecond).String()
	}
	return d.Round(time.Second).String()
}
