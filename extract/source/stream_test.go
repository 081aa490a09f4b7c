package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// streamed gives the texts that Open finds in a stream, and errors as text.
func streamed(in io.Reader) (list []string) {
	for doc, err := range Open(context.Background(), []string{"-"}, in, Options{AnyLanguage: true}) {
		if err != nil {
			list = append(list, err.Error())
		} else {
			list = append(list, doc.ID+" "+doc.Text)
		}
	}
	return list
}

// TestStreamed: JSON lines that are read one by one give what the whole file gives.
func TestStreamed(t *testing.T) {
	const a, b = `{"id":"a","text":"Chile supports Peru."}`, `{"id":"b","text":"Peru thanks Chile, über alles."}`
	for _, c := range []struct{ name, in string }{
		{"two", a + "\n" + b + "\n"},
		{"no end of line", a + "\r\n" + b},
		{"byte-order mark", "\uFEFF" + a + "\n" + b},
		{"one object", strings.ReplaceAll(a, ",", ",\n")},
		{"blank lines", "\n\n" + a + "\n\n" + b},
		{"broken first line", "{\n" + a + "\n"},
		{"broken later line", a + "\n{\n" + b},
		{"array", "[" + a + "]\n"},
		{"one id twice", a + "\n" + a + "\n"},
		{"long lines", fmt.Sprintf(`{"id":"c","text":"%s"}`, strings.Repeat("Chile backs Peru. ", 20_000)) + "\n" + b},
		{"Windows-1252", strings.ReplaceAll(a+"\n"+b+"\n", "ü", "\xFC")},
		{"broken byte", a + "\n" + strings.ReplaceAll(b, "über", "ü\xFFber") + "\n"},
		{"cut character at the end of the head", `{"id":"d","text":"` + strings.Repeat("ü", 4000) + "\"}\n" + b},
		{"NUL", a + "\n" + strings.ReplaceAll(b, "alles", "a\x00") + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var whole []string
			for doc, err := range Read("-", []byte(c.in), Options{AnyLanguage: true}) {
				if err != nil {
					whole = append(whole, err.Error())
				} else {
					whole = append(whole, doc.ID+" "+doc.Text)
				}
			}
			got := streamed(strings.NewReader(c.in))
			switch {
			case c.name == "one id twice":
				if len(got) != 2 || !strings.Contains(got[1], "same id") {
					t.Errorf("got %q", got)
				}
			case strings.Join(got, "\n") != strings.Join(whole, "\n"):
				t.Errorf("line by line %.300q, whole %.300q", got, whole)
			}
		})
	}
}

// TestStreamEarly: a document comes as soon as its line was read; nothing waits for the end of the input.
func TestStreamEarly(t *testing.T) {
	r, w := io.Pipe()
	line := func(i int) string {
		return fmt.Sprintf(`{"id":"%d","text":"%s"}`+"\n", i, strings.Repeat("Chile supports Peru. ", 5000))
	}
	asked := make(chan bool)
	go func() {
		defer w.Close()
		for i := range 3 {
			_, _ = io.WriteString(w, line(i)) // the test fails where it is not read
			<-asked                           // the document was given
		}
	}()
	n := 0
	for doc, err := range Open(t.Context(), []string{"-"}, r, Options{}) {
		if err != nil || doc.ID != fmt.Sprint(n) {
			t.Fatalf("document %d: %q, %v", n, doc.ID, err)
		}
		n++
		asked <- true
	}
	if n != 3 {
		t.Errorf("%d documents", n)
	}
}

// TestReadLine: a line that is too long is an error, and the next one is read.
func TestReadLine(t *testing.T) {
	in := bufio.NewReaderSize(strings.NewReader(strings.Repeat("x", 100)+"\nshort\nlast"), 16)
	if _, err := readLine(in, 50); !errors.Is(err, ErrTooLong) {
		t.Errorf("long line: %v", err)
	}
	skipLine(in)
	if line, err := readLine(in, 50); string(line) != "short\n" || err != nil {
		t.Errorf("next line: %q, %v", line, err)
	}
	if line, err := readLine(in, 50); string(line) != "last" || !errors.Is(err, io.EOF) {
		t.Errorf("last line: %q, %v", line, err)
	}
}

// TestOpenEnds: a read that waits ends with the context.
func TestOpenEnds(t *testing.T) {
	for _, start := range []string{"", "Chile supports Peru.", `{"id":"a","text":"Chile supports Peru."}` + "\n"} {
		t.Run(fmt.Sprintf("%.9q", start), func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			in, w := io.Pipe()
			defer w.Close()
			go func() {
				_, _ = w.Write(bytes.Clone([]byte(start))) // the test fails where it is not read
				cancel()
			}()
			var last error
			for _, err := range Open(ctx, []string{"-"}, in, Options{}) {
				last = err
			}
			if !errors.Is(last, context.Canceled) {
				t.Errorf("ended with %v", last)
			}
		})
	}
}
