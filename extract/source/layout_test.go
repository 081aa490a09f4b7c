package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLayout reads whole texts: what is told and what is label.
func TestLayout(t *testing.T) {
	for _, test := range []struct {
		why, text string
		want      []string
		source    string
		date      string
	}{
		{
			why: "running time, narration, sound bite, sign-off with outlet and place",
			text: "02:19\nThe two sides met.\nNobody agreed.\nIVO MARAN CROATIAN PRESIDENT \"We want peace.\"\n" +
				"But they left.\nANNA WEBER VIENNA \"It goes on. Anna Weber, CGTN, Vienna.\"\n",
			want: []string{"narration > The two sides met.\nNobody agreed.",
				"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.",
				"narration > But they left.", "soundbite | Anna Weber | outlet=CGTN | place=Vienna | reporter > It goes on."},
			source: "CGTN",
		},
		{
			why:  "the sign-off tells an unknown place from the name",
			text: "They met.\nANNA WEBER OBERWART \"It goes on. Anna Weber, Oberwart.\"",
			want: []string{"narration > They met.", "soundbite | Anna Weber | place=Oberwart | reporter > It goes on."},
		},
		{
			why:    "the narration ends with a sign-off",
			text:   "They met. It goes on. Anna Weber, BBC News, Vienna.",
			want:   []string{"narration > They met. It goes on."},
			source: "BBC News",
		},
		{
			why:  "a list of places is no sign-off",
			text: "They went to three towns. Graz, Linz, Vienna.",
			want: []string{"narration > They went to three towns. Graz, Linz, Vienna."},
		},
		{
			why:  "a dateline is not part of the sentence",
			text: "BRUSSELS — Leaders failed to agree.",
			want: []string{"narration > Leaders failed to agree."},
		},
		{
			why:    "a dateline with date and agency",
			text:   "GENEVA, Feb. 14, 2019 (Xinhua) — Leaders failed to agree.",
			want:   []string{"narration > Leaders failed to agree."},
			source: "Xinhua", date: "2019-02-14",
		},
		{
			why:    "a dateline with an agency",
			text:   "CARACAS, Venezuela (AP) - Leaders failed to agree.",
			want:   []string{"narration > Leaders failed to agree."},
			source: "AP",
		},
		{
			why:    "a dateline in slashes",
			text:   "MOSCOW, February 14, 2019. /TASS/. Leaders failed to agree.",
			want:   []string{"narration > Leaders failed to agree."},
			source: "TASS", date: "2019-02-14",
		},
		{
			why:  "a city that opens a sentence is no dateline",
			text: "Brussels - long a critic of the plan - has given in.",
			want: []string{"narration > Brussels - long a critic of the plan - has given in."},
		},
		{
			why:  "headline, byline, date line",
			text: "Leaders fail to agree on asylum\n\nBy Anna Weber\n14 February 2019\n\nVIENNA — Leaders failed to agree.",
			want: []string{"headline > Leaders fail to agree on asylum", "narration > Leaders failed to agree."},
			date: "2019-02-14",
		},
		{
			why:  "headline in capitals is no caption",
			text: "TURKEY AND IRAN FAIL TO AGREE\n\nLeaders failed to agree.",
			want: []string{"headline > TURKEY AND IRAN FAIL TO AGREE", "narration > Leaders failed to agree."},
		},
		{
			why:  "headline with a colon",
			text: "SYRIA TALKS: NO DEAL\n\nLeaders failed to agree.",
			want: []string{"headline > SYRIA TALKS: NO DEAL", "narration > Leaders failed to agree."},
		},
		{
			why:  "headline that opens with who says it",
			text: "Anna Weber: Leaders fail to agree\n\nLeaders failed to agree.",
			want: []string{"headline > Anna Weber: Leaders fail to agree", "narration > Leaders failed to agree."},
		},
		{
			why:  "a heading with a colon",
			text: "Leaders failed to agree.\n\nRights Trampled by Interests:\nThey left.",
			want: []string{"narration > Leaders failed to agree.\n\nRights Trampled by Interests:\nThey left."},
		},
		{
			why:  "a single line is a sentence, not a headline",
			text: "Turkey wants a buffer zone",
			want: []string{"narration > Turkey wants a buffer zone"},
		},
		{
			why:  "wrapped text has no headline",
			text: "Leaders of the two countries met in Geneva and\ntalked about the plan for the north.",
			want: []string{"narration > Leaders of the two countries met in Geneva and\ntalked about the plan for the north."},
		},
		{
			why:  "a quote over several paragraphs, each opening it anew",
			text: "IVO MARAN CROATIAN PRESIDENT “We want peace.\n\n“We want it now.”\n\nThen he left.",
			want: []string{"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.",
				"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want it now.", "narration > Then he left."},
		},
		{
			why:  "a straight quote over lines",
			text: "IVO MARAN CROATIAN PRESIDENT \"We want peace.\nWe want it now.\"\nThen he left.",
			want: []string{"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.\nWe want it now.",
				"narration > Then he left."},
		},
		{
			why:  "a quote that is never closed ends with its line, though the narration quotes too",
			text: "IVO MARAN CROATIAN PRESIDENT \"We want peace.\nAnkara called it \"a disgrace\".\nHe left.",
			want: []string{"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.",
				"narration > Ankara called it \"a disgrace\".\nHe left."},
		},
		{
			why:  "quotes within the quote",
			text: "IVO MARAN CROATIAN PRESIDENT \"They said \"no\" to us.\" Then he left.",
			want: []string{"soundbite | Ivo Maran | title=Croatian President | country=Croatia > They said \"no\" to us.",
				"narration > Then he left."},
		},
		{
			why: "no line ends at all",
			text: "They met. IVO MARAN CROATIAN PRESIDENT \"We want peace.\" But Serbia refused. LENA VOGT TRADE ANALYST, " +
				"BRUEGEL \"It is bad.\" They left.",
			want: []string{"narration > They met.", "soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.",
				"narration > But Serbia refused.", "soundbite | Lena Vogt | title=Trade Analyst | outlet=Bruegel > It is bad.",
				"narration > They left."},
		},
		{
			why:  "direct speech within narration is no turn",
			text: "\"We want peace,\" Maran said. The UN \"will act\", he said.",
			want: []string{"narration > \"We want peace,\" Maran said. The UN \"will act\", he said."},
		},
		{
			why: "labels hold until the next one; time stamps and directions are left out",
			text: "ANNA STERN, HOST: Good evening.\n[21:00:10]\nWe begin in Syria.\n(BEGIN VIDEO CLIP)\n" +
				"IVO MARAN, PRESIDENT OF CROATIA: We want peace.\n(END VIDEO CLIP)\nSTERN: Thank you.\n[21:00:40] Good night.\n" +
				"STERN: Bye.",
			want: []string{"speech | Anna Stern | title=Host | reporter > Good evening.",
				"speech | Anna Stern | title=Host | reporter > We begin in Syria.",
				"speech | Ivo Maran | title=President of Croatia | country=Croatia > We want peace.", "speech | Stern > Thank you.",
				"speech | Stern > Good night.", "speech | Stern > Bye."},
		},
		{
			why:  "what looks like a label in an article is none",
			text: "Note: the talks go on.\nThe result: no deal.\nAsked about Iran: he smiled.\nIran: no comment.\nhttps://example.org: see there.",
			want: []string{"narration > Note: the talks go on.\nThe result: no deal.\nAsked about Iran: he smiled.\n" +
				"Iran: no comment.\nhttps://example.org: see there."},
		},
		{
			why:  "names in capitals and small letters when they come back",
			text: "Stern: Do you agree?\nMaran: I do.\nStern: Why?\nMaran: It is right.",
			want: []string{"speech | Stern > Do you agree?", "speech | Maran > I do.", "speech | Stern > Why?", "speech | Maran > It is right."},
		},
		{
			why: "bare captions amid quoted ones end with their line",
			text: "IVO MARAN CROATIAN PRESIDENT \"We want peace.\"\nThey left.\n" +
				"ANA KOS, SLOVENIAN PRESIDENT: \"So do we.\"\nLENA VOGT, TRADE ANALYST: It is bad.\nThey met.",
			want: []string{"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.", "narration > They left.",
				"soundbite | Ana Kos | title=Slovenian President | country=Slovenia > So do we.",
				"speech | Lena Vogt | title=Trade Analyst > It is bad.", "narration > They met."},
		},
		{
			why:  "Windows line ends",
			text: "02:19\r\nThey met.\r\nIVO MARAN CROATIAN PRESIDENT \"We want peace.\"\r\nThey left.\r\n",
			want: []string{"narration > They met.",
				"soundbite | Ivo Maran | title=Croatian President | country=Croatia > We want peace.", "narration > They left."},
		},
		{
			why:  "voice-over without a name",
			text: "They met.\n(voice-over) Nobody agreed.",
			want: []string{"narration > They met.", "narration > Nobody agreed."},
		},
		{
			why:  "auto captions",
			text: "good evening we want peace in syria and so does iran",
			want: []string{"narration > good evening we want peace in syria and so does iran"},
		},
	} {
		t.Run(test.why, func(t *testing.T) {
			doc := structured(t, test.text)
			if d := cmp.Diff(test.want, strings.Split(strings.TrimSuffix(strings.Join(lines(doc), "\x00"), "\x00"), "\x00")); d != "" {
				t.Error(d)
			}
			if doc.Source != test.source || doc.Date != test.date {
				t.Errorf("source %q, date %q; want %q, %q", doc.Source, doc.Date, test.source, test.date)
			}
		})
	}
}
