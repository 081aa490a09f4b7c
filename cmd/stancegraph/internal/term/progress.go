package term

import (
	"fmt"
	"time"
)

// Progress is the line on stderr that says how far a long command is: count, rate, and the time left where the
// number of bytes is known. It shows on a terminal only.
type Progress struct {
	t     *Terminal
	what  string // "documents"
	total int64  // bytes to read; 0 where unknown
	start time.Time
	drawn time.Time
	on    bool
	count int
	bytes int64
}

// NewProgress starts counting: what is the plural noun of what is counted, total its bytes or 0.
func (t *Terminal) NewProgress(what string, total int64) *Progress {
	return &Progress{t: t, what: what, total: total, start: time.Now()}
}

// Add counts one more, so many bytes long.
func (p *Progress) Add(bytes int) {
	p.count++
	p.bytes += int64(bytes)
	now := time.Now()
	if !p.t.ErrTTY || now.Sub(p.start) < time.Second || now.Sub(p.drawn) < 200*time.Millisecond {
		return
	}
	p.drawn, p.on = now, true
	fmt.Fprintf(p.t.Err, "\r\x1b[K%s", Cut(p.line(now.Sub(p.start)), p.t.Width-1))
}

// Count is how many were added.
func (p *Progress) Count() int { return p.count }

func (p *Progress) line(took time.Duration) string {
	text := fmt.Sprintf("%d %s, %.1f a second", p.count, p.what, float64(p.count)/took.Seconds())
	if p.total > 0 && p.bytes > 0 && p.bytes <= p.total {
		left := time.Duration(float64(took) * float64(p.total-p.bytes) / float64(p.bytes))
		text += fmt.Sprintf(", %d %%, %s left", 100*p.bytes/p.total, left.Round(time.Second))
	}
	return text
}

// Hide takes the line away, so that something else can be written.
func (p *Progress) Hide() {
	if p.on {
		fmt.Fprint(p.t.Err, "\r\x1b[K")
		p.on = false
	}
}

// Took is the time since the start, rounded for people.
func (p *Progress) Took() string {
	d := time.Since(p.start)
	if d < 10*time.Second {
		return d.Round(10 * time.Millisecond).String()
	}
	return d.Round(time.Second).String()
}
