package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

const (
	paragraph = "The ferry stays in port until the union and the owner have agreed on the hours, an official of the " +
		"harbour said on Monday, and nobody expects that before May."
	second = "The owner, who bought the line two years ago, has refused to meet the union since the first strike, " +
		"and he said again that he would sell the ship rather than give in."
)

// TestPageClutter reads pages with readers' comments and notices about cookies: none of it is text.
func TestPageClutter(t *testing.T) {
	article := "<h1>Ferry row grows</h1><p>" + paragraph + "</p><p>" + second + "</p>"
	for _, test := range []struct{ why, page string }{
		{"comments in details", article +
			`<details class="CommentBox"><summary>2 comments</summary><p>I hate the owner, and so does everybody in this ` +
			`town, believe me.</p></details>`},
		{"comments in a section by id", article +
			`<section id="comments"><p>I hate the owner, and so does everybody in this town, believe me.</p></section>`},
		{"comments in the article", strings.Replace(article, "<p>The owner",
			`<div class="comment-list user-comments"><p>I hate the owner, he is wrong.</p></div><p>The owner`, 1)},
		{"a list of comments", article +
			`<ol class="commentlist"><li>I hate the owner, and so does everybody in this town, believe me.</li></ol>`},
		{"a notice about cookies by class", `<div class="cookie-banner"><p>I hate the owner.</p></div>` + article},
		{"a notice about cookies without a class", strings.Replace(article, "<p>The owner",
			`<p>We and our partners use cookies to make this site better. You can accept all cookies or manage `+
				`them.</p><p>The owner`, 1)},
		{"a dialog", `<dialog><p>I hate the owner. Subscribe.</p></dialog>` + article},
	} {
		t.Run(test.why, func(t *testing.T) {
			doc := one(t, "page.html",
				"<!doctype html><html><head><title>Ferry row grows</title></head><body class=\"comments-open\"><article "+
					"class=\"post has-comments\">"+test.page+"</article></body></html>",
				Options{})
			if want := "Ferry row grows\n\n" + paragraph + "\n\n" + second; doc.Text != want {
				t.Error(cmp.Diff(want, doc.Text))
			}
		})
	}
}

// TestPageDates reads the places where pages say their date.
func TestPageDates(t *testing.T) {
	for _, test := range []struct{ why, head, body, want string }{
		{"article:published_time", `<meta property="article:published_time" content="2019-02-14T23:30:00+03:00">`, "", "2019-02-14"},
		{"article:publicationdate", `<meta property="article:publicationdate" content="2019-02-14">`, "", "2019-02-14"},
		{"pdate", `<meta name="pdate" content="20190214">`, "", "2019-02-14"},
		{"ptime", `<meta name="ptime" content="20190214101500">`, "", "2019-02-14"},
		{"time datePublished", "", `<time itemprop="datePublished" datetime="2019-02-14T10:00">today</time>`, "2019-02-14"},
		{"time datePublished in words", "", `<time itemprop="datePublished">14 February 2019</time>`, "2019-02-14"},
		{"time dateModified", "", `<time itemprop="dateModified" datetime="2019-02-14">today</time>`, "2019-02-14"},
		{"published goes before modified", `<meta property="article:modified_time" content="2020-01-01">`,
			`<time itemprop="dateModified" datetime="2020-01-01">x</time><time pubdate datetime="2019-02-14">y</time>`,
			"2019-02-14"},
		{"a date that is none", `<meta name="pdate" content="yesterday">`, "", ""},
	} {
		t.Run(test.why, func(t *testing.T) {
			doc := one(t, "page.html",
				"<html><head>"+test.head+"</head><body>"+test.body+"<p>"+paragraph+"</p><p>"+second+"</p></body></html>", Options{})
			if doc.Date != test.want || (test.want != "") != (doc.DateSource == schema.DateFromMetadata) {
				t.Errorf("date %q from %q, want %q", doc.Date, doc.DateSource, test.want)
			}
		})
	}
}

// TestPageLabels reads interviews whose speakers the page sets apart.
func TestPageLabels(t *testing.T) {
	const question, answer = "Do you want the ferry back, and would you pay the price that the owner asks for it?",
		"We want it back, I will not pay for it, and you will not find anybody on this island who does."
	want := []string{"headline > Ferry row grows", "speech | Anna Stern > " + question, "speech | Ivo Kos > " + answer,
		"speech | Anna Stern > Why not?", "speech | Ivo Kos > " + answer}
	for _, test := range []struct{ why, label, between, after string }{
		{"bold with a colon", "<p><b>%:</b> ", "", "</p>"},
		{"bold without a colon", "<p><strong>%</strong> ", "", "</p>"},
		{"terms", "<dt>%</dt>", "<dd>", "</dd>"},
		{"headings", "<h3>%</h3>", "<p>", "</p>"},
		{"a paragraph of its own", "<p><b>%</b></p>", "<p>", "</p>"},
	} {
		t.Run(test.why, func(t *testing.T) {
			var page strings.Builder
			for i, words := range []string{question, answer, "Why not?", answer} {
				page.WriteString(strings.ReplaceAll(test.label, "%", []string{"Anna Stern", "Ivo Kos"}[i%2]) + test.between + words + test.after)
			}
			body := page.String()
			if strings.Contains(body, "<dt>") {
				body = "<dl>" + body + "</dl>"
			}
			doc := one(t, "page.html",
				"<html><head><title>Ferry row grows</title></head><body><article><h1>Ferry row grows</h1>"+body+"</article></body></html>",
				Options{})
			if d := cmp.Diff(want, lines(&doc)); d != "" {
				t.Errorf("%s\nin %q", d, doc.Text)
			}
		})
	}
	t.Run("bold words of an article are no labels", func(t *testing.T) {
		doc := one(t, "page.html",
			"<html><body><article><h1>Ferry row grows</h1><p><b>Anna Stern</b> has asked you and me to wait.</p><h3>Ivo "+
				"Kos</h3><p>"+paragraph+"</p><p>"+second+"</p></article></body></html>",
			Options{})
		for _, turn := range doc.Turns {
			if turn.Speaker != nil {
				t.Errorf("%q is given to %q", turn.Span.In(doc.Text), turn.Speaker.Name)
			}
		}
	})
}

// TestCues reads what real subtitle files have beyond plain cues.
func TestCues(t *testing.T) {
	for _, test := range []struct {
		why, name, in string
		want          []string
	}{
		{"entities and marks of direction", "a.vtt",
			"WEBVTT\n\n00:01.000 --> 00:02.000\nIt&#39;s &lrm;Oslo&rsquo;s\u200e plan &amp; ours.\n",
			[]string{"narration > It's Oslo’s plan & ours."}},
		{"a blank line after the time", "a.vtt",
			"WEBVTT\n\n00:01.000 --> 00:02.000\n\nWe want peace.\n\n00:03.000 --> 00:04.000\nSo do they.\n",
			[]string{"narration > We want peace. So do they."}},
		{"a blank line after the time of SRT", "a.srt",
			"1\n00:00:01,000 --> 00:00:02,000\n\nWe want peace.\n\n2\n00:00:03,000 --> 00:00:04,000\nSo do they.\n",
			[]string{"narration > We want peace. So do they."}},
		{"a blank line within a cue", "a.srt",
			"1\n00:00:01,000 --> 00:00:02,000\nWe want\n\npeace.\n\n2\n00:00:03,000 --> 00:00:04,000\nSo do they.\n",
			[]string{"narration > We want peace. So do they."}},
		{"no blank line between cues", "a.srt",
			"1\n00:00:01,000 --> 00:00:02,000\nWe want peace.\n2\n00:00:03,000 --> 00:00:04,000\nSo do they.\n",
			[]string{"narration > We want peace. So do they."}},
		{"names of cues and notes", "a.vtt",
			"WEBVTT - own\n\nSTYLE\n::cue {}\n\nfirst\n00:01.000 --> 00:02.000\nWe want peace.\n\nNOTE they\ndo not\n\n" +
				"second\n00:03.000 --> 00:04.000\nSo do they.\n",
			[]string{"narration > We want peace. So do they."}},
		{"a number that is said", "a.srt",
			"1\n00:00:01,000 --> 00:00:02,000\nThe year was\n2019\n\n2\n00:00:03,000 --> 00:00:04,000\nand we left.\n",
			[]string{"narration > The year was 2019 and we left."}},
		{"dashes without a space", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\n-Do you agree?\n-I do.\n",
			[]string{"speech > Do you agree?", "speech > I do."}},
		{"a dash that breaks off", "a.srt",
			"1\n00:00:01,000 --> 00:00:02,000\nWe want --\n\n2\n00:00:02,000 --> 00:00:03,000\n-- peace.\n",
			[]string{"narration > We want -- -- peace."}},
		{"a sentence over two cues", "a.srt",
			"1\n00:00:01,000 --> 00:00:02,000\nI thank my right hon.\n\n2\n00:00:02,100 --> 00:00:03,000\nFriend for his support.\n",
			[]string{"narration > I thank my right hon. Friend for his support."}},
		{"arrows as entities", "a.vtt",
			"WEBVTT\n\n00:01.000 --> 00:02.000\n&gt;&gt; ANNA STERN: Who agrees?\n&gt;&gt; I do.\n",
			[]string{"speech | Anna Stern > Who agrees?", "speech > I do."}},
		{"an arrow that is said", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nWe want peace --> not war.\n",
			[]string{"narration > We want peace --> not war."}},
		{"hours beyond a day", "a.srt", "1\n100:00:01,000 --> 100:00:02,000\nWe want peace.\n", []string{"narration > We want peace."}},
	} {
		t.Run(test.why, func(t *testing.T) {
			doc := one(t, test.name, test.in, Options{})
			if d := cmp.Diff(test.want, lines(&doc)); d != "" {
				t.Error(d)
			}
		})
	}
}
