package source

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

// readAll reads one input and gives its documents and errors in order.
func readAll(t testing.TB, name, data string, opt Options) (docs []schema.Document, errs []error) {
	t.Helper()
	for doc, err := range Read(name, []byte(data), opt) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if msg := checkDocument(&doc); msg != "" {
			t.Fatalf("%s: %s", name, msg)
		}
		docs = append(docs, doc)
	}
	return docs, errs
}

// checkDocument says what is wrong with a document that was read, "" when nothing is.
func checkDocument(doc *schema.Document) string {
	if msg := checkTurns(doc); msg != "" {
		return msg
	}
	pos := 0
	for _, o := range doc.Origins {
		if o.Text.Start < pos || o.Text.End > len(doc.Text) || o.Text.Empty() || o.Raw.End < o.Raw.Start {
			return "origin out of order or range"
		}
		pos = o.Text.End
	}
	switch {
	case doc.ID == "":
		return "no id"
	case doc.SHA256 != schema.TextHash(doc.Text):
		return "the hash is not the text's"
	case (doc.Date == "") != (doc.DateSource == schema.DateUnknown):
		return "date without source, or source without date"
	}
	return ""
}

func one(t testing.TB, name, data string, opt Options) schema.Document {
	t.Helper()
	docs, errs := readAll(t, name, data, opt)
	if len(docs) != 1 || len(errs) != 0 {
		t.Fatalf("%s: %d documents, errors %v; want one document", name, len(docs), errs)
	}
	return docs[0]
}

func TestJSONL(t *testing.T) {
	const in = "\uFEFF" + `{"id":"a","text":"Iran wants peace.","date":"14 February 2019","source":"CGTN",` +
		`"url":"https://example.org/a","title":"Peace","kind":"article","more":{"x":1}}

{"id":7,"text":"So does Iraq.","date":2019,"title":null}
{"id":"b","text":"x","date":"yesterday"}
not json
{"id":"c"}
{"text":"nobody's"}
[1]
{"id":"d","text":"  "}
{"id":"e","text":"nul \u0000 byte"}
{"id":"f","text":5}
{"id":"g","text":"The last one."}`
	docs, errs := readAll(t, "in.jsonl", in, Options{Date: "2020-01-02", Source: "Own"})
	var got []string
	for _, d := range docs {
		got = append(got, strings.Join([]string{d.ID, d.Text, d.Title, d.Date, string(d.DateSource), d.Source, d.URL,
			string(d.Kind), d.Path}, "|"))
	}
	want := []string{
		"a|Iran wants peace.|Peace|2019-02-14|field|CGTN|https://example.org/a|text|in.jsonl",
		"7|So does Iraq.||2019|field|Own||text|in.jsonl",
		"g|The last one.||2020-01-02|flag|Own||text|in.jsonl",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	wantErrs := []string{
		`in.jsonl:4: document "b": field "date" is "yesterday": not a date`, `in.jsonl:5: not a JSON object`,
		`in.jsonl:6: document "c": field "text" is missing`, `in.jsonl:7: field "id" is missing`, `in.jsonl:8: not a JSON object but: array`,
		`in.jsonl:9: no text in it`, `in.jsonl:10: not a text file: a NUL byte at offset 4`,
		`in.jsonl:11: field "text" is a number, not a string`,
	}
	if len(errs) != len(wantErrs) {
		t.Fatalf("errors %v", errs)
	}
	for i, err := range errs {
		if !strings.HasPrefix(err.Error(), wantErrs[i]) {
			t.Errorf("error %d is %q, want %q …", i, err, wantErrs[i])
		}
	}
}

func TestJSONOverSeveralLines(t *testing.T) {
	doc := one(t, "a.json", "{\n \"id\": \"x\",\n \"text\": \"Iran wants peace.\\nSo does Iraq.\"\n}\n", Options{})
	if doc.ID != "x" || doc.Text != "Iran wants peace.\nSo does Iraq." {
		t.Errorf("read %q: %q", doc.ID, doc.Text)
	}
	if _, errs := readAll(t, "a.json", `[{"id":"x","text":"y"}]`, Options{}); len(errs) != 1 ||
		!strings.Contains(errs[0].Error(), "one object a line") {
		t.Errorf("an array gives %v", errs)
	}
}

func TestSubtitles(t *testing.T) {
	const srt = "\uFEFF1\r\n00:00:01,000 --> 00:00:04,000\r\n<i>Turkey wants a buffer zone</i>\r\n" +
		"to keep the militia\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000 X1:40\r\n{\\an8}away from its border.\r\n\r\n" +
		"3\r\n00:00:06,500 --> 00:00:08,000\r\n- Does Iran agree?\r\n- It does not.\r\n\r\n4\r\n" +
		"00:00:09,000 --> 00:00:10,000\r\n[Music]\r\n\r\n5\r\n00:00:12,000 --> 00:00:14,000\r\n" +
		"ANNA WEBER: We reject it.\r\n"
	doc := one(t, "talk.srt", srt, Options{})
	want := []string{"narration > Turkey wants a buffer zone to keep the militia away from its border.",
		"speech > Does Iran agree?", "speech > It does not.", "speech | Anna Weber > We reject it."}
	if d := cmp.Diff(want, lines(&doc)); d != "" {
		t.Error(d)
	}
	raw := strings.TrimPrefix(srt, "\uFEFF")
	for _, o := range doc.Origins {
		words := strings.TrimPrefix(o.Text.In(doc.Text), ">> ")
		if !strings.Contains(raw[o.Raw.Start:o.Raw.End], strings.TrimPrefix(strings.Fields(words)[0], ">> ")) {
			t.Errorf("%q does not come from %q", words, raw[o.Raw.Start:o.Raw.End])
		}
	}
	if turn := doc.Turns[0]; turn.StartMS != 1000 || turn.EndMS != 6000 {
		t.Errorf("the first turn runs from %d to %d ms", turn.StartMS, turn.EndMS)
	}
	if o := doc.Origins[len(doc.Origins)-1]; o.Start != 12000 || o.End != 14000 {
		t.Errorf("the last cue is %+v", o)
	}
}

func TestVTT(t *testing.T) {
	for _, test := range []struct {
		why, in string
		want    []string
	}{
		{"voices",
			"WEBVTT\n\nNOTE own\ntext\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:04.000 position:10% odd\n" +
				"<v Anna Weber>We reject <b>the</b> plan\n\n00:04.000 --> 00:06.000\n<v Anna Weber>and that is that.\n" +
				"<v.loud Tom Hale>We do not.\n",
			[]string{"speech | Anna Weber > We reject the plan and that is that.", "speech | Tom Hale > We do not."}},
		{"two voices on a line", "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Anna Weber>We reject it. <v Tom Hale>We do not.\n",
			[]string{"speech | Anna Weber > We reject it.", "speech | Tom Hale > We do not."}},
		{"voices end", "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Anna Weber>We reject it.\n\n00:05.000 --> 00:06.000\nThey left.\n",
			[]string{"speech | Anna Weber > We reject it.", "speech > They left."}},
		{"captions that roll",
			"WEBVTT\n\n00:01.000 --> 00:02.000\nthe minister said\n\n00:02.000 --> 00:03.000\nthe minister said\n" +
				"that iran wants peace\n\n00:03.000 --> 00:03.010\nthat iran wants peace\n\n00:03.010 --> 00:05.000\n" +
				"that iran wants peace\nand iraq does not\n",
			[]string{"narration > the minister said that iran wants peace and iraq does not"}},
		{"captions that grow",
			"WEBVTT\n\n00:01.000 --> 00:02.000\nthe minister\n\n00:02.000 --> 00:03.000\nthe minister said\n\n" +
				"00:03.000 --> 00:05.000\nthe minister said that iran wants peace\n",
			[]string{"narration > the minister said that iran wants peace"}},
		{"what is said twice", "WEBVTT\n\n00:01.000 --> 00:02.000\nNever, never.\n\n00:02.000 --> 00:03.000\nnever\n",
			[]string{"narration > Never, never. never"}},
		{"time stamps within cues",
			"WEBVTT\nKind: captions\nLanguage: en\n\n00:00:01.000 --> 00:00:02.000 align:start position:0%\n" +
				"we<00:00:01.200><c> want</c><00:00:01.500><c> peace</c>\n",
			[]string{"narration > we want peace"}},
		{"closed captions", "WEBVTT\n\n00:01.000 --> 00:02.000\n>> anna weber: we want\n\n00:02.000 --> 00:03.000\npeace. >> no.\n",
			[]string{"speech | Anna Weber > we want peace.", "speech > no."}},
		{"entities", "WEBVTT\n\n00:01.000 --> 00:02.000\nIran &amp; Iraq want peace.\n", []string{"narration > Iran & Iraq want peace."}},
	} {
		t.Run(test.why, func(t *testing.T) {
			doc := one(t, "x.vtt", test.in, Options{})
			if d := cmp.Diff(test.want, lines(&doc)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestBrokenSubtitles(t *testing.T) {
	for name, in := range map[string]string{
		"noend.vtt":  "WEBVTT\n\n00:01.000 -->\nwords\n",
		"time.srt":   "1\n00:00:01,000 --> 00:00:0x,000\nwords\n",
		"nocues.srt": "words\nmore words\n",
		"nocues.vtt": "WEBVTT\n\nNOTE nothing\n",
		"long.srt":   "1\n00:00:01,000 --> 00:00:02,000\n" + strings.Repeat("word ", 20000) + "\n",
	} {
		docs, errs := readAll(t, name, in, Options{})
		if len(docs) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), name+": ") {
			t.Errorf("%s: %d documents, errors %v; want one error that names the file", name, len(docs), errs)
		}
	}
}

const page = `<!doctype html><html><head><title>Turkey seeks a buffer zone - Daily Post</title>
<meta property="og:site_name" content="Daily Post"><meta property="article:published_time" content="2019-02-14T23:30:00+03:00">
<link rel="canonical" href="https://example.org/a"><script>var x = "Iran attacks";</script></head><body>
<nav><a href="/">Home</a><a href="/w">World</a></nav>
<article><h1>Turkey seeks a buffer zone</h1><p class="byline">By Jane Roe</p>
<p>ANKARA, Turkey &mdash; Turkey wants a <b>buffer zone</b> to keep the militia away from its border,
	officials said on Thursday after a long meeting in the capital.</p>
<p>Russia &amp; Iran want the Syrian
 government to retain control, and they said so again &#8220;in the clearest of words&#8221; this week.</p>
<p>The two cities have been trading together since 1998, but they have competing plans in the north of the country.</p>
</article><footer>Copyright</footer></body></html>`

func TestHTML(t *testing.T) {
	doc := one(t, "page.html", page, Options{Date: "2001"})
	want := []string{"headline > Turkey seeks a buffer zone",
		"narration > Turkey wants a buffer zone to keep the militia away from its border, officials said on Thursday " +
			"after a long meeting in the capital.\n\n" +
			"Russia & Iran want the Syrian government to retain control, and they said so again “in the clearest of words” this week.\n\n" +
			"The two cities have been trading together since 1998, but they have competing plans in the north of the country."}
	if d := cmp.Diff(want, lines(&doc)); d != "" {
		t.Error(d)
	}
	if doc.Title != "Turkey seeks a buffer zone" || doc.Source != "Daily Post" || doc.URL != "https://example.org/a" ||
		doc.Date != "2019-02-14" || doc.DateSource != schema.DateFromMetadata {
		t.Errorf("title %q, source %q, url %q, date %q from %q", doc.Title, doc.Source, doc.URL, doc.Date, doc.DateSource)
	}
	mapped := 0
	for _, o := range doc.Origins {
		mapped += o.Text.Len()
		first := strings.Fields(o.Text.In(doc.Text))[0]
		if raw := page[o.Raw.Start:o.Raw.End]; !strings.HasPrefix(raw, first) && !strings.HasPrefix(raw, "&") {
			t.Errorf("%q does not come from %q", o.Text.In(doc.Text), raw)
		}
	}
	if mapped < len(doc.Text)*9/10 {
		t.Errorf("only %d of %d bytes lead back to the page", mapped, len(doc.Text))
	}
}

func TestSmallAndBrokenPages(t *testing.T) {
	doc := one(t, "x.html", "<p>Turkey wants peace.<p>So does Iran.", Options{})
	if d := cmp.Diff([]string{"narration > Turkey wants peace.\n\nSo does Iran."}, lines(&doc)); d != "" {
		t.Error(d)
	}
	for _, in := range []string{"<html><script>x</script></html>", "<html>", "<!doctype html><html><body>  </body></html>"} {
		if docs, errs := readAll(t, "x.html", in, Options{}); len(docs) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrEmpty) {
			t.Errorf("%q: %v, %v", in, docs, errs)
		}
	}
	deep := strings.Repeat("<div>", 100000) + "Turkey wants peace."
	readAll(t, "deep.html", deep, Options{}) // an error or a text, no crash
}

func utf16Bytes(s string, order binary.ByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
		if order == binary.LittleEndian {
			n := len(b)
			b[n-2], b[n-1] = b[n-1], b[n-2]
		}
	}
	return string(b)
}

func TestDecode(t *testing.T) {
	const text = "Erdoğan “wants” peace.\r\nSo does €U 😀."
	for _, test := range []struct{ why, in, want string }{
		{"UTF-8", text, text},
		{"byte-order mark", "\uFEFF" + text, text},
		{"UTF-16 little end first, with mark", "\xFF\xFE" + utf16Bytes(text, binary.LittleEndian), text},
		{"UTF-16 big end first, with mark", "\xFE\xFF" + utf16Bytes(text, binary.BigEndian), text},
		{"UTF-16 without mark", utf16Bytes("Turkey wants peace, and so does Iran.", binary.LittleEndian),
			"Turkey wants peace, and so does Iran."},
		{"UTF-16 without mark, big end first", utf16Bytes("Turkey wants peace, and so does Iran.", binary.BigEndian),
			"Turkey wants peace, and so does Iran."},
		{"half a character of UTF-16", "\xFF\xFEa\x00b", "a\uFFFD"},
		{"Latin-1", "S\xE3o Tom\xE9 wants peace.", "São Tomé wants peace."},
		{"Windows-1252", "\x93We want peace,\x94 he said \x96 twice.", "“We want peace,” he said – twice."},
		{"UTF-8 with a broken byte", "São Tomé\xFF wants peace.", "São Tomé\uFFFD wants peace."},
		{"UTF-8 cut within a character", "São Tomé want\xC3", "São Tomé want\uFFFD"},
	} {
		t.Run(test.why, func(t *testing.T) {
			got, err := decode([]byte(test.in))
			if err != nil || got != test.want {
				t.Errorf("%q, %v; want %q", got, err, test.want)
			}
		})
	}
	for _, in := range []string{"Turkey \x00 wants", "%PDF-1.7 x", "PK\x03\x04abc", "\x89PNG\r\n",
		"\xFF\xFE\x00\x00T\x00\x00\x00", strings.Repeat("\x01\x02\x03abc", 50)} {
		if got, err := decode([]byte(in)); !errors.Is(err, ErrBinary) {
			t.Errorf("%q: read as %q, %v; want ErrBinary", in, got, err)
		}
	}
}

func TestForeignTexts(t *testing.T) {
	_, errs := readAll(t, "es.txt", "El presidente quiere la paz en la frontera y los otros no la quieren por ahora.", Options{})
	if len(errs) != 1 || !errors.Is(errs[0], ErrLanguage) || !strings.HasPrefix(errs[0].Error(), "es.txt: ") {
		t.Errorf("Spanish gives %v", errs)
	}
	if docs, errs := readAll(t, "es.txt", "El presidente quiere la paz en la frontera y los otros no.",
		Options{AnyLanguage: true}); len(docs) != 1 {
		t.Errorf("AnyLanguage gives %v", errs)
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2019-02-14", "2019-02-14"}, {"2019-02", "2019-02"}, {"2019", "2019"}, {"20190214", "2019-02-14"},
		{"2019-02-14T23:30:00+03:00", "2019-02-14"}, {"2019-02-14 10:00", "2019-02-14"},
		{"14 February 2019", "2019-02-14"}, {"February 14, 2019", "2019-02-14"}, {"Feb. 14, 2019", "2019-02-14"}, {"14th Feb 2019", "2019-02-14"},
		{"Thursday, 14 February 2019", "2019-02-14"}, {"Published: 14 February 2019, 10:30 GMT", "2019-02-14"}, {"February 2019", "2019-02"},
		{"Thu, 14 Feb 2019 10:00:00 +0000", "2019-02-14"},
		{"2019-02-30", ""}, {"2019-13", ""}, {"31 June 2019", ""}, {"02/03/2019", ""}, {"yesterday", ""}, {"", ""}, {"14",
			""}, {"0000-01-01", ""},
	} {
		if got, _ := parseDate(test.in); got != test.want {
			t.Errorf("%q is %q, want %q", test.in, got, test.want)
		}
	}
	for _, test := range []struct{ name, want string }{
		{"2019-02-14-talks.txt", "2019-02-14"}, {"talks_20190214.srt", "2019-02-14"}, {"2019_02_14.txt", "2019-02-14"},
		{"talks-201902.txt", ""}, {"1234567890123.txt", ""}, {"2019-0214.txt", ""}, {"ABC_74_2019.txt", ""},
	} {
		if got, _ := fileDate(test.name); got != test.want {
			t.Errorf("file %q is of %q, want %q", test.name, got, test.want)
		}
	}
	// which date wins
	for _, test := range []struct {
		name, in, want string
		source         schema.DateSource
	}{
		{"2001-01-01.txt", "14 February 2019\n\nIran wants peace.", "2019-02-14", schema.DateFromText},
		{"2001-01-01.txt", "Iran wants peace.", "2001-01-01", schema.DateFromFileName},
		{"a.txt", "Iran wants peace.", "2000", schema.DateFromFlag},
		{"2001-01-01.jsonl", `{"id":"a","date":"1999-12-31","text":"14 February 2019\n\nIran wants peace."}`, "1999-12-31", schema.DateFromField},
	} {
		doc := one(t, test.name, test.in, Options{Date: "2000"})
		if doc.Date != test.want || doc.DateSource != test.source {
			t.Errorf("%s: date %q from %q, want %q from %q", test.name, doc.Date, doc.DateSource, test.want, test.source)
		}
	}
	if _, errs := readAll(t, "a.txt", "x", Options{Date: "soon"}); len(errs) != 1 || !errors.Is(errs[0], ErrDate) {
		t.Errorf("a wrong --date gives %v", errs)
	}
}

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     schema.Format
	}{
		{"a.txt", "Iran wants peace.", schema.Text},
		{"-", "WEBVTT\n\n00:01.000 --> 00:02.000\nx", schema.VTT},
		{"-", "1\n00:00:01,000 --> 00:00:02,000\nx", schema.SRT},
		{"-", "<!DOCTYPE html><p>x", schema.HTML},
		{"-", "<?xml version=\"1.0\"?>\n<html><p>x", schema.HTML},
		{"-", `{"id":"a","text":"b"}`, schema.JSONL},
		{"a.ndjson", `x`, schema.JSONL},
		{"a.htm", "x", schema.HTML},
		{"a.txt", "<v Anna>We want peace", schema.Text},
	} {
		if got, err := Detect(test.name, []byte(test.in)); err != nil || got != test.want {
			t.Errorf("%s %q is %q, %v; want %q", test.name, test.in, got, err, test.want)
		}
	}
	if _, err := Detect("a.txt", []byte("a\x00b")); !errors.Is(err, ErrBinary) {
		t.Errorf("binary gives %v", err)
	}
}

func TestHugeInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 50 MB")
	}
	word := strings.Repeat("a", 50<<20)
	for name, in := range map[string]string{
		"line.txt": strings.Repeat("Iran wants peace. ", 50<<20/18), "word.txt": word,
		"line.jsonl": `{"id":"a","text":"` + word + `"}`, "line.srt": "1\n00:00:01,000 --> 00:00:02,000\n" + word,
		"line.html": "<html><p>" + word,
	} {
		docs, errs := readAll(t, name, in, Options{})
		if len(docs) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), name) {
			t.Errorf("%s: %d documents, %v; want one error", name, len(docs), errs)
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("b/z.txt", "Iraq wants peace.")
	write("a.txt", "Iran wants peace.")
	write("b/c/y.jsonl", `{"id":"one","text":"x y"}`+"\n"+`{"id":"a","text":"again"}`)
	write("b/.hidden.txt", "no")
	write("b/pic.png", "\x89PNG")
	odd := write("odd.said", "Turkey wants peace.")
	bad := write("bad.txt", "a\x00b")
	open := func(ctx context.Context, opt Options, paths ...string) (out []string) {
		for doc, err := range Open(ctx, paths, strings.NewReader("From the pipe."), opt) {
			if err != nil {
				out = append(out, "error: "+strings.ReplaceAll(err.Error(), dir+"/", ""))
			} else {
				out = append(out, doc.ID+": "+doc.Text)
			}
		}
		return out
	}
	ctx := context.Background()
	for _, test := range []struct {
		why   string
		paths []string
		opt   Options
		want  []string
	}{
		{"a folder, sorted, and all below it", []string{dir}, Options{}, []string{
			"a: Iran wants peace.", "one: x y",
			`error: b/c/y.jsonl:2: two documents have the same id, "a": the other is a.txt; rename a file or give it ` +
				`another id`,
			"z: Iraq wants peace.", "error: bad.txt: not a text file: a NUL byte at offset 1"}},
		{"files as they are named, each once", []string{odd, filepath.Join(dir, "a.txt"), odd, "-"}, Options{},
			[]string{"odd: Turkey wants peace.", "a: Iran wants peace.", "stdin: From the pipe."}},
		{"a glob", []string{filepath.Join(dir, "*.txt")}, Options{}, []string{"a: Iran wants peace.",
			"error: bad.txt: not a text file: a NUL byte at offset 1"}},
		{"what is not there", []string{filepath.Join(dir, "no.txt"), filepath.Join(dir, "no*"), filepath.Join(dir, "a.txt")},
			Options{}, []string{"error: no.txt: no such file or directory", "error: no*: no such file", "a: Iran wants peace."}},
		{"an id of one's own", []string{"-"}, Options{ID: "mine"}, []string{"mine: From the pipe."}},
		{"an id for two", []string{"-", odd}, Options{ID: "mine"},
			[]string{"mine: From the pipe.",
				`error: odd.said: two documents have the same id, "mine": the other is -; --id is for one document`}},
		{"a wrong date", []string{bad}, Options{Date: "x"}, []string{`error: --date "x": not a date; write it as 2019-02-14, 2019-02 or 2019`}},
	} {
		if d := cmp.Diff(test.want, open(ctx, test.opt, test.paths...)); d != "" {
			t.Errorf("%s\n%s", test.why, d)
		}
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if got := open(stopped, Options{}, dir); len(got) != 1 || got[0] != "error: context canceled" {
		t.Errorf("a cancelled context gives %v", got)
	}
	empty := t.TempDir()
	if got := open(ctx, Options{}, empty); len(got) != 1 || !strings.Contains(got[0], "no files to read") {
		t.Errorf("an empty folder gives %v", got)
	}
	if got := open(ctx, Options{}, write("empty.txt", " \n")); len(got) != 1 || got[0] != "error: empty.txt: no text in it" {
		t.Errorf("an empty file gives %v", got)
	}
}
