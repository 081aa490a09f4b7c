package extract

import (
	"context"
	"testing"

	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// realShapes are texts of own writing in the shapes that real inputs have.
var realShapes = []struct{ name, text string }{
	{"quote.txt", "“The talks will go on until May,” Harald Lindvik said. “We are interested in peace.”"},
	{"quotes.txt", "\"We back it,\" she said, \"and so does Chad. \"No,\" said Ana. 'Never,' he added. \"Open to the end"},
	{"article.txt", "OSLO, 3 May 2019 — Norway wants a joint patrol, but Iceland and Denmark oppose it. Its minister, Harald Lindvik, said " +
		"Oslo would “never recognise” the zone.\n\nHe accused Russia of harassing crews in a raid by its navy; Moscow denied it."},
	{"caption.txt",
		"Strait News\n\nANNA LUND FOREIGN MINISTER \"We will not accept that.\"\n\n" +
			"KARL ODUM, GOVERNOR: I support her.\n\nQ: Do you?\nMR. LUND: No."},
	{"label.txt", "LUND: Listen. We support the flag.\nODUM: Thanks.\n[applause]\nMiss Ann Holt (Northport): Will he resign?"},
	{"talk.vtt",
		"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna Lund>We want peace &amp; trade.\n\n00:03.000 --> 00:05.000\n>> no we don't support it"},
	{"talk.srt", "1\n00:00:01,000 --> 00:00:03,000\n- Who backs Chile?\n- Peru does.\n"},
	{"page.html",
		"<html><head><title>Deal</title></head><body><article><h1>Deal</h1><p>Peru signed the pact.</p><p>“Good,” said " +
			"<b>Ana Diaz</b>.</p></article></body></html>"},
	{"lines.jsonl", `{"id":"a","text":"Chad condemned the raid on Niger. It was killed in a raid by Mali."}` + "\n" + `{"id":"b","text":""}`},
	{"odd.txt", "ȺȺȺȺ's 12\" pipe – \u200fABDULLAHİ's\tx\x00y 🇨🇱🇨🇱 backs “”’’ ((()))\n\n\n.\n?!"},
	{"caps.txt", "TURKEY WANTS A BUFFER ZONE BUT RUSSIA AND IRAN OPPOSE IT"},
	{"lower.txt", "turkey does not want it nor does iran and we will never back it said the minister of defence"},
	{"speech.txt",
		"Mr. President,\n\nMy country welcomes the pact. We call on all States to ratify it, and we condemn the attacks " +
			"of 3 May.\n\nI thank you."},
	{"list.txt",
		"- Near the cape, two strikes destroyed a boat.\n- Near the port, a strike engaged a rebel unit.\n" +
			"* Chile, Peru, and Bolivia's allies (except Chad) agreed."},
}

// FuzzExtract: whatever the bytes, no stage panics, every stated span is the text that it states, the same input gives the
// same statements again, and what is allocated for it is bounded by its length.
func FuzzExtract(f *testing.F) {
	x, err := New()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range realShapes {
		f.Add(s.name, []byte(s.text))
	}
	const once, each = 16 << 20, 64 << 10 // of real texts a byte takes 15 kB, most of it in the encoder
	readAll := func(t testing.TB, name string, data []byte) {
		for doc, err := range source.Read(name, data, source.Options{AnyLanguage: true}) {
			if err == nil {
				checkSpans(t, x, doc)
			}
		}
	}
	for _, s := range realShapes {
		readAll(f, s.name, []byte(s.text))
	}
	readAll(f, "name.txt", []byte("They met A B.")) // loads the model of names, which is no work of a text
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 4096 {
			return
		}
		if n := allocated(func() { readAll(t, name, data) }); n > once+each*len(data) {
			t.Errorf("%d bytes allocate %d kB", len(data), n>>10)
		}
	})
}

// checkSpans extracts a document twice.
func checkSpans(t testing.TB, x *Extractor, doc schema.Document) {
	t.Helper()
	out, err := x.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	again, err := x.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Statements) != len(again.Statements) {
		t.Fatalf("%d statements, then %d", len(out.Statements), len(again.Statements))
	}
	for i := range out.Statements {
		s := &out.Statements[i]
		if s.ID != again.Statements[i].ID {
			t.Fatalf("statement %d is %s, then %s", i, s.ID, again.Statements[i].ID)
		}
		for _, r := range refs(s) {
			if got := (schema.Span{Start: r.Start, End: r.End}).In(doc.Text); got != r.Text || r.Text == "" {
				t.Errorf("%d-%d is %q, stated %q", r.Start, r.End, got, r.Text)
			}
		}
	}
}
