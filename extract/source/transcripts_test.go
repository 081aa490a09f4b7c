package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTranscripts reads one shape of transcript a row: whose words are whose, where they begin and end.
func TestTranscripts(t *testing.T) {
	for _, test := range []struct {
		why, text string
		want      []string
	}{
		{"surnames in capitals, one of them once",
			"BERG: Listen to this.\nMOEN: We support the flag.\nBERG: Thanks.",
			[]string{"speech | Berg > Listen to this.", "speech | Moen > We support the flag.", "speech | Berg > Thanks."}},
		{"one surname in capitals and nothing else",
			"BERG: I think they are. We all saw it coming.",
			[]string{"speech | Berg > I think they are. We all saw it coming."}},
		{"a briefing: an honorific, Q without a colon, answers of several paragraphs",
			"1:04 P.M. EDT\n\nMR. DAHL: Good afternoon.\n\nI have one thing for you.\n\n" +
				"Q Does the Minister back the treaty?\n\nMR. DAHL: He does.\n\nQ -- and the protocol?\n\nMR. DAHL: Yes.\n\n" +
				"END\n1:09 P.M. EDT",
			[]string{"speech | Dahl | title=Mr. > Good afternoon.\n\nI have one thing for you.", "speech | Q > Does the Minister back the treaty?",
				"speech | Dahl | title=Mr. > He does.", "speech | Q > -- and the protocol?", "speech | Dahl | title=Mr. > Yes."}},
		{"a briefing cut amid an answer",
			"We have said so all along.\n\nQ Was the Ministry told?\n\nMR. DAHL: It was.",
			[]string{"narration > We have said so all along.", "speech | Q > Was the Ministry told?", "speech | Dahl | title=Mr. > It was."}},
		{"questions of the unnamed, and an official described",
			"QUESTION: Do you oppose the tariff?\nSENIOR MINISTRY OFFICIAL: We do.\nREPORTER: Why?\n" +
				"SENIOR MINISTRY OFFICIAL: It hurts us.\nUNIDENTIFIED FEMALE: It hurts me too.",
			[]string{"speech | question > Do you oppose the tariff?", "speech | title=Senior Ministry Official > We do.",
				"speech | reporter | reporter > Why?",
				"speech | title=Senior Ministry Official > It hurts us.", "speech | unidentified female > It hurts me too."}},
		{"the President of a briefing is nobody that the label names",
			"MR. DAHL: Here is the President.\n\nTHE PRESIDENT: I welcome the agreement.\n\nQ Thank you, Mr. President.",
			[]string{"speech | Dahl | title=Mr. > Here is the President.", "speech | title=President > I welcome the agreement.",
				"speech | Q > Thank you, Mr. President."}},
		{"Q and A with colons",
			"Q: Do you support the strike?\nA: I do.\n\nQ: And the union?\nA: So does the union.",
			[]string{"speech | Q > Do you support the strike?", "speech | A > I do.", "speech | Q > And the union?",
				"speech | A > So does the union."}},
		{"Q. and A. with stops",
			"Q. Do you support the strike?\nA. I do, and I will.\nQ. And the union?\nA. It does not.",
			[]string{"speech | Q > Do you support the strike?", "speech | A > I do, and I will.", "speech | Q > And the union?",
				"speech | A > It does not."}},
		{"a parliament: headings, constituencies, offices",
			"Oral Answers to Questions\n\nFisheries\n\nMiss Ada Lorne (Saltwick and The Fells): Will the Minister scrap the " +
				"levy?\n\nThe Minister for the Coast (Mr. Harald Lind): I will not.\n\nMadam Deputy Speaker: Order.\n\n" +
				"Ferries\n\nMr. Speaker: I call the hon. Member.\n\nSir Tom Weir (Dunmore) (Con): We oppose it.",
			[]string{"headline > Oral Answers to Questions", "narration > Fisheries", "speech | Miss Ada Lorne > Will the Minister scrap the levy?",
				"speech | Harald Lind | title=Minister for the Coast > I will not.", "speech | title=Deputy Speaker > Order.", "headline > Ferries",
				"speech | title=Mr. Speaker > I call the hon. Member.", "speech | Sir Tom Weir > We oppose it."}},
		{"names alone on their lines, with what they say below",
			"HARALD LINDVIK\nWe will not accept the quota.\n\nOLGA BERG\nWe will.\n\nHARALD LINDVIK\nThen we leave.",
			[]string{"speech | Harald Lindvik > We will not accept the quota.", "speech | Olga Berg > We will.",
				"speech | Harald Lindvik > Then we leave."}},
		{"names alone that stand once each, with titles",
			"ANNA STERN, FERRY CAPTAIN\nWe want the ferry back.\n\nIVO KOS, MAYOR OF GRADO\nI support her.",
			[]string{"speech | Anna Stern | title=Ferry Captain > We want the ferry back.",
				"speech | Ivo Kos | title=Mayor of Grado > I support her."}},
		{"names in small letters alone on their lines",
			"Anna Stern\n\nWe want the ferry back.\n\nIvo Kos\n\nYou will not get it.\n\nAnna Stern\n\nWhy?",
			[]string{"speech | Anna Stern > We want the ferry back.", "speech | Ivo Kos > You will not get it.", "speech | Anna Stern > Why?"}},
		{"an initial before a surname, and an answer all of capitals",
			"A. BERG: We want it.\nMOEN: OK.\nQ. BERG: You do?\nA. BERG: I do.",
			[]string{"speech | A. Berg > We want it.", "speech | Moen > OK.", "speech | Q. Berg > You do?", "speech | A. Berg > I do."}},
		{"a label inside a paragraph",
			"STERN: We have no choice. KOS: You do. Ask the union. STERN: I did.\nKOS: And?",
			[]string{"speech | Stern > We have no choice.", "speech | Kos > You do. Ask the union.", "speech | Stern > I did.",
				"speech | Kos > And?"}},
		{"two labels in a row, the first without words",
			"STERN: We begin.\nMOEN: KOS: We do.\nSTERN: But one thing: we must agree.\nKOS: You will.",
			[]string{"speech | Stern > We begin.", "speech | Kos > We do.", "speech | Stern > But one thing: we must agree.",
				"speech | Kos > You will."}},
		{"a name inside a paragraph that lines begin with",
			"Anna Stern: Do you agree? Ivo Kos: I do.\nIvo Kos: But one thing: the fee must go.\nAnna Stern: You are right.",
			[]string{"speech | Anna Stern > Do you agree?", "speech | Ivo Kos > I do.",
				"speech | Ivo Kos > But one thing: the fee must go.", "speech | Anna Stern > You are right."}},
		{"a debate in which every paragraph has its label, described ones among them",
			"Anna Stern: Good evening. You have two minutes.\n\nIvo Kos: Thank you. We want peace.\n\n" +
				"Audience questioner: Will you cut my tax?\n\nIvo Kos: I will.\n\nAnnouncer offscreen: This is the break.\n\n" +
				"Anna Stern: Welcome back to you all.",
			[]string{"speech | Anna Stern > Good evening. You have two minutes.", "speech | Ivo Kos > Thank you. We want peace.",
				"speech | audience questioner > Will you cut my tax?",
				"speech | Ivo Kos > I will.", "speech | announcer offscreen > This is the break.", "speech | Anna Stern > Welcome back to you all."}},
		{"a show: titles at the first label, directions, times, manner",
			"[21:00:00]\nANNA STERN, HARBOUR NEWS ANCHOR (voice-over): Good evening to you.\n(BEGIN VIDEO CLIP)\n" +
				"IVO KOS (on camera): We reject it.\n[applause]\nAnd we said so.\n(END VIDEO CLIP)\n" +
				"STERN: You heard him. (Laughter.)\n[21:00:30] TOVE DAHL (via telephone): I did.",
			[]string{"speech | Anna Stern | title=Harbour News Anchor | reporter > Good evening to you.",
				"speech | Ivo Kos > We reject it.", "speech | Ivo Kos > And we said so.",
				"speech | Stern > You heard him. (Laughter.)", "speech | Tove Dahl > I did."}},
		{"a speaker who begins with a quotation goes on after it",
			"STERN: \"No deal\" is what they told us.\nKOS: \"Never,\" I said.\n\nAnd I meant it.\nSTERN: You did.",
			[]string{"speech | Stern > \"No deal\" is what they told us.",
				"speech | Kos > \"Never,\" I said.\n\nAnd I meant it.", "speech | Stern > You did."}},
		{"quotations that a speaker reads out with names are not his, and he goes on",
			"MR. DAHL: Here is what they say.\n\nSenator Moen: “It harms the party.”\n\nSo we should do the right thing.\n\nQ Will you?",
			[]string{"speech | Dahl | title=Mr. > Here is what they say.", "soundbite | Moen | title=Senator > It harms the party.",
				"speech | Dahl | title=Mr. > So we should do the right thing.", "speech | Q > Will you?"}},
		{"captions with sound bites, and a mark that is no quotation mark",
			"The pipe broke.\nTOVE DAHL NORWEGIAN MINISTER \"We need a 12\" pipe by May.\"\nOslo said no more.\nIVO KOS SHIPOWNER \"So do we.\"",
			[]string{"narration > The pipe broke.",
				"soundbite | Tove Dahl | title=Norwegian Minister | country=Norway > We need a 12\" pipe by May.",
				"narration > Oslo said no more.",
				"soundbite | Ivo Kos | title=Shipowner > So do we."}},
		{"a sound bite in single marks, with apostrophes",
			"The pipe broke.\nTOVE DAHL NORWEGIAN MINISTER 'We don't need it.'\nIVO KOS SHIPOWNER ‘Nor do we, that’s plain.’",
			[]string{"narration > The pipe broke.", "soundbite | Tove Dahl | title=Norwegian Minister | country=Norway > We don't need it.",
				"soundbite | Ivo Kos | title=Shipowner > Nor do we, that’s plain."}},
		{"the script of a news agency",
			"(SOUNDBITE) (Norwegian) MINISTER OF FISHERIES, TOVE DAHL, SAYING:\n\"We will close two grounds.\"\n" +
				"VARIOUS OF HARBOUR\n(SOUNDBITE) (English) FISHERMAN, IVO KOS, SAYING: \"I am against it.\"",
			[]string{"soundbite | Tove Dahl | title=Minister of Fisheries | lang=Norwegian > We will close two grounds.",
				"narration > VARIOUS OF HARBOUR",
				"soundbite | Ivo Kos | title=Fisherman | lang=English > I am against it."}},
		{"a caption with a colon, its quotation on the next line, amid a script",
			"SOUNDBITE (English) Ada Lund, Minister, Norway:\n\"We back the treaty.\"\n\nMILA ORR, CGTN:\n" +
				"\"Norway wants peace.\"\n\nMila Orr, CGTN, Oslo.",
			[]string{"soundbite | Ada Lund | title=Minister | country=Norway | lang=English > We back the treaty.",
				"soundbite | Mila Orr | outlet=CGTN > Norway wants peace."}},
		{"closed captions whose speakers change amid a line",
			">> ANNA STERN: We begin. >> Who says so?\n>> IVO KOS: I do.",
			[]string{"speech | Anna Stern > We begin.", "speech > Who says so?", "speech | Ivo Kos > I do."}},
		{"dashes before labels",
			"– Anna Stern: Do you agree?\n– Ivo Kos: I do.\n– Anna Stern: You all do.",
			[]string{"speech | Anna Stern > Do you agree?", "speech | Ivo Kos > I do.", "speech | Anna Stern > You all do."}},
		{"a person called like a place",
			"WASHINGTON: Where do we go?\nPARIS: You go home.\nWASHINGTON: I will.\nPARIS: Good for you.\nSTERN: Now you two.",
			[]string{"speech | Washington > Where do we go?", "speech | Paris > You go home.", "speech | Washington > I will.",
				"speech | Paris > Good for you.", "speech | Stern > Now you two."}},
		{"headlines with names, quotations in single marks, and a question of the writer",
			"MOEN PRAISES TOWN’S ‘COURAGE TO SPEAK’ ON FERRIES: The minister did so on Monday.\n\n" +
				"Anna Stern Warns Ferry Firm Chief: “You Should Be Fined.”\n\nBerg: ‘We will not sell’\n\n" +
				"Question: what do you and I get for it?",
			[]string{"narration > MOEN PRAISES TOWN’S ‘COURAGE TO SPEAK’ ON FERRIES: The minister did so on Monday.\n\n" +
				"Anna Stern Warns Ferry Firm Chief: “You Should Be Fined.”\n\nBerg: ‘We will not sell’\n\n" +
				"Question: what do you and I get for it?"}},
		{"a newsletter: capitals before colons are headings",
			"TRADE TALKS: The two ministers met on Monday.\n\nFISHERIES: Oslo closed two grounds.\n\nREAD MORE: The whole story.",
			[]string{"narration > TRADE TALKS: The two ministers met on Monday.\n\nFISHERIES: Oslo closed two grounds.\n\n" +
				"READ MORE: The whole story."}},
		{"an article: datelines, parties and fields before colons",
			"ISLAMABAD: The minister said that we all lose.\n\nLabour: The party would keep the levy.\n\n" +
				"Update: the vote was put off.\n\nIn short: you pay.",
			[]string{"narration > ISLAMABAD: The minister said that we all lose.\n\n" +
				"Labour: The party would keep the levy.\n\nUpdate: the vote was put off.\n\nIn short: you pay."}},
		{"an article with headings in capitals",
			"The talks failed.\n\nWHAT COMES NEXT\n\nThe two sides meet in May, officials say.\n\nTHE COST\n\nNobody knows.",
			[]string{"narration > The talks failed.\n\nWHAT COMES NEXT\n\nThe two sides meet in May, officials say.\n\nTHE COST\n\nNobody knows."}},
		{"a byline and names in a list are no labels",
			"Ferry row grows\n\nAnna Stern\n\nThe ferry stays in port, the owner said.\n\nOthers who signed:\n\nIvo Kos\n\nTove Dahl",
			[]string{"headline > Ferry row grows",
				"narration > Anna Stern\n\nThe ferry stays in port, the owner said.\n\nOthers who signed:\n\nIvo Kos\n\nTove Dahl"}},
	} {
		t.Run(test.why, func(t *testing.T) {
			doc := structured(t, test.text)
			if d := cmp.Diff(strings.Join(test.want, "\n---\n"), strings.Join(lines(doc), "\n---\n")); d != "" {
				t.Error(d)
			}
		})
	}
}
