package mention_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/mention"
	"github.com/stancegraph/stancegraph/schema"
)

// who reads a text and gives, for each piece of it that a test asks about, the names of the actors meant there.
func who(doc *schema.Document, r *mention.Result, words string) string {
	at := strings.Index(doc.Text, words)
	if i := strings.Index(words, "^"); i >= 0 { // "He^2": the second "He"
		n := int(words[i+1] - '0')
		words = words[:i]
		at = -1
		for ; n > 0; n-- {
			next := strings.Index(doc.Text[at+1:], words)
			if next < 0 {
				return "no such words"
			}
			at += 1 + next
		}
	}
	if at < 0 {
		return "no such words"
	}
	span := schema.Span{Start: at, End: at + len(words)}
	for _, m := range r.Mentions {
		if m.Sentence < 0 || m.Span != span {
			continue
		}
		var names []string
		for _, id := range m.Actors {
			a, _ := r.Actor(id)
			names = append(names, a.Name)
		}
		sort.Strings(names)
		return strings.Join(names, " + ")
	}
	return ""
}

func TestFind(t *testing.T) {
	l := newLine(t)
	for _, c := range []struct {
		text  string
		want  map[string]string // words → actors, "" none
		why   string
		fails string // why it does not pass yet
	}{
		{"Lima accused Quito of trespass.", map[string]string{"Lima": "Peru", "Quito": "Ecuador"}, "capitals act", ""},
		{"Ms. de Lima accused Quito of trespass.", map[string]string{"Ms. de Lima": "de Lima", "Quito": "Ecuador"},
			"a particle after a title begins a name", ""},
		{"The envoys met in Oslo on Monday.", map[string]string{"Oslo": ""}, "a place where something is does nothing", ""},
		{"The delegates left Cairo.", map[string]string{"Cairo": ""}, "", ""},
		{"Norway's rebels support neither side. Chad and Mali met. The rebels support neither side.",
			map[string]string{"neither side^2": "neither side"}, "to name them would turn the meaning round", ""},
		{"Delegates flew to Cairo.", map[string]string{"Cairo": ""}, "", ""},
		{"The Kremlin dismissed the claim.", map[string]string{"Kremlin": "Russia"}, "", ""},
		{"Brussels and Downing Street agreed.", map[string]string{"Brussels": "European Union", "Downing Street": "United Kingdom"}, "", ""},
		{"Swedish officials criticised the plan.", map[string]string{"Swedish officials": "Sweden"}, "officials act for their country", ""},
		{"The plan was praised by the Japanese government.", map[string]string{"the Japanese government": "Japan"}, "agent of a passive", ""},
		{"Iran supports the Syrian government.", map[string]string{"the Syrian government": "Syria"}, "a target as well", ""},
		{"Kurdish fighters have withdrawn.", map[string]string{"Kurdish fighters": "Kurdish fighters"}, "no country", ""},
		{"The Dutch want a longer treaty.", map[string]string{"Dutch": "Netherlands"}, "people for their country", ""},
		{"Most Americans oppose the war.", map[string]string{"Most Americans": "Americans"}, "some of them are not the country", ""},
		{"Senator Jean Mallow criticised the budget. Mallow said it was a disgrace.",
			map[string]string{"Senator Jean Mallow": "Jean Mallow", "Mallow^2": "Jean Mallow"}, "surname of a full name", ""},
		{"Some 200 surgeons denounced Health Minister Carl Venn.", map[string]string{"Health Minister Carl Venn": "Carl Venn",
			"Some 200 surgeons": "surgeons"}, "titles and quantifiers are no part of the name", ""},
		{"Russian President Vladimir Putin met union leaders.",
			map[string]string{"President Vladimir Putin": "Vladimir Putin", "union leaders": "union leaders"}, "", ""},
		{"Merkel rejected the idea.", map[string]string{"Merkel": "Angela Merkel"}, "well known by the surname", ""},
		{"Karl Merkel runs a bakery. Merkel rejected the idea.", map[string]string{"Merkel^2": "Karl Merkel"},
			"the text's own bearer of the surname comes first", ""},
		{"The Coastal Workers Union (CWU) opposed it. The CWU called a strike.",
			map[string]string{"CWU^2": "Coastal Workers Union"}, "acronym", ""},
		{"GOP senators left. Republicans were angry.", map[string]string{"GOP": "Republican Party", "Republicans": "Republican Party"}, "", ""},
		{"Iran, Russia and Turkey held talks. The three countries agreed to a truce.",
			map[string]string{"The three countries": "Iran + Russia + Turkey"}, "named together before", ""},
		{"Iran and Russia held talks. The three countries agreed to a truce.",
			map[string]string{"The three countries": "countries"}, "two are not three", ""},
		{"Norway opposes the plan. It fears for its fish.", map[string]string{"It": "Norway", "its": "Norway"}, "", ""},
		{"Chancellor Eva Holm told parliament she would block the tax.", map[string]string{"she": "Eva Holm"}, "", ""},
		{"Hassan Rafi thanked Karim Aziz. He praised the army.", map[string]string{"He": "Hassan Rafi"}, "the subject", ""},
		{"Hungarian Prime Minister Viktor Orban left. Poland mocked the Hungarian leader.",
			map[string]string{"the Hungarian leader": "Viktor Orban"}, "who heads the government is the leader", ""},
		{"President Emmanuel Macron left. Poland mocked France's president.",
			map[string]string{"France's president": "Emmanuel Macron"}, "the office told without the country", ""},
		{"Italian Foreign Minister Carlo Venn and Italian Defence Minister Ugo Brill left. Poland mocked the Italian foreign minister.",
			map[string]string{"the Italian foreign minister": "Carlo Venn"}, "of two ministers the one", ""},
		{"Russian President Vladimir Putin left. Poland mocked the Hungarian president.",
			map[string]string{"the Hungarian president": "Hungarian president"}, "another country's", ""},
		{"Former French President Jean Lund met French President Ann Brill. Poland mocked the French president.",
			map[string]string{"the French president": "Ann Brill"}, "not the former one", ""},
		{"The council criticised Norway over its refusal to pay.", map[string]string{"its": "Norway"},
			"whose act is found fault with", ""},
		{"Norway has the backing of Washington, which renewed its pledge to Cuba.", map[string]string{"its": "United States"},
			"who acts in its own relative clause", "a relative pronoun is no antecedent of its own"},
		{"Karl Lund mocked the bishop Ole Brill. “That ferry sinks,” he told the council.",
			map[string]string{"he^2": "Karl Lund"}, "who speaks is not whom he speaks of", ""},
		{"Bill Lund mocked the senate.", map[string]string{"Bill Lund": "Bill Lund"}, "a first name that is a word as well", ""},
		{"The senate rejected the Farm Bill.", map[string]string{"Farm Bill": ""}, "no Bill", ""},
		{"On Monday Abu Jarir al-Basri mocked the senate.", map[string]string{"Abu Jarir al-Basri": "Abu Jarir al-Basri"},
			"a name goes on behind its article", ""},
		{"Norway renewed its support for the peace process and its support for the miners.",
			map[string]string{"its^2": "Norway"}, "the same possession of the same one", ""},
		{"The council has supported Norway in its efforts to pay.", map[string]string{"its": "Norway"},
			"whose efforts are helped", ""},
		{"While Norway finds it too costly, Sweden has defended it.", map[string]string{"it^2": ""},
			"what one finds costly another defends", ""},
		{"Some Republicans mocked the senate.", map[string]string{"Some Republicans": "Republicans"}, "some are not the party", ""},
		{"Two of the Democrats mocked the senate.", map[string]string{"Two of the Democrats": "Democrats"}, "nor are two", ""},
		{"In 2016 Republicans mocked the senate.", map[string]string{"Republicans": "Republican Party"}, "a year counts nobody", ""},
		{"Few Republicans mocked the senate.", map[string]string{"Few Republicans": ""}, "hardly any", ""},
		{"Few farmers mocked the senate.", map[string]string{"Few farmers": ""}, "hardly any", ""},
		{"A few farmers mocked the senate.", map[string]string{"A few farmers": "farmers"}, "some", ""},
		{"The Republicans mocked the senate.", map[string]string{"Republicans": "Republican Party"}, "all are", ""},
		{"Trump criticised him.", map[string]string{"him": ""}, "not the one who criticises", ""},
		{"It is clear that Peru will leave.", map[string]string{"It": ""}, "an empty it", ""},
		{"Peru sent ships. It was a mistake.", map[string]string{"It": ""}, "what was done, not who did it", ""},
		{"Peru left the bloc. It is a member of the union.", map[string]string{"It": "Peru"}, "what is somebody is an actor", ""},
		{"Mali's army attacked a village in March.", map[string]string{"March": ""}, "a month", ""},
		{"In May the strike began.", map[string]string{"May": ""}, "a month", ""},
		{"Turkey's opposition to the bid has softened.", map[string]string{"Turkey": "Turkey", "Turkey's opposition": ""}, "an act, no body", ""},
		{"The opposition hopes to win.", map[string]string{"The opposition": "opposition"}, "", ""},
		{"Brewers in Kent backed the tariff.", map[string]string{"Brewers in Kent": "brewers in Kent"}, "", ""},
		{"Russias backing for the plan grew.", map[string]string{"Russias": "Russia"}, "an apostrophe was lost",
			"a genitive without its apostrophe is not read"},
		{"She was elected president.", map[string]string{"president": ""}, "a role, not somebody", ""},
		{"The Justice Department sued.", map[string]string{"Justice Department": "Justice Department"}, "no justice called Department", ""},
		{"Imran Dar, the party's spokesman, quit.", map[string]string{"Imran Dar": "Imran Dar"}, "", ""},
		{"The treaty's main backer, Senator Nora Pike, resigned.", map[string]string{"Senator Nora Pike": "Nora Pike"}, "", ""},
		{"Moscow's envoy spoke first. His country, he said, would wait.", map[string]string{"His country": "Russia"},
			"the country of Moscow's envoy", "an envoy before \"he\" within the quotation is too little ahead"},
		{"Lena Sturm left. His country supports the plan.", map[string]string{"His country": ""}, "the country of nobody known", ""},
		{"My delegation condemns the raid.", map[string]string{"My delegation": ""}, "the speech does not say whose", ""},
		{"The foreign ministers of Chad, Niger and Mali condemned the raid.",
			map[string]string{"The foreign ministers of Chad, Niger and Mali": "Chad + Mali + Niger"}, "each speaks for a country",
			""},
		{"The Greek and Bulgarian foreign ministers condemned the raid.",
			map[string]string{"The Greek and Bulgarian foreign ministers": "Bulgaria + Greece"}, "",
			"rows of adjectives are not read"},
		{"The Greek, Serbian and Bulgarian envoys left.",
			map[string]string{"The Greek, Serbian and Bulgarian envoys": "Bulgaria + Greece + Serbia", "Greek": "Greece"},
			"a row of adjectives", "rows of adjectives are not read"},
		{"Lima blamed the ministers of Chad and Niger.",
			map[string]string{"the ministers of Chad and Niger": "ministers of Chad and Niger"}, "they do not act",
			"the tree attaches \"of Chad\" to the verb"},
		{"The Greek ministers condemned the raid.", map[string]string{"The Greek ministers": "Greek ministers"},
			"one country's may be at odds", ""},
		{"Lena Sturm met Karl Venn in Oslo. Both leaders support a truce.",
			map[string]string{"Both leaders": "Karl Venn + Lena Sturm"}, "the two persons of the sentence before",
			"persons that are not named in one row are not counted together"},
		{"Lena Sturm met Karl Venn and Hugo Brandt in Oslo. Both leaders support a truce.",
			map[string]string{"Both leaders": "Hugo Brandt + Karl Venn"}, "named together", ""},
		{"Lena Sturm met Karl Venn over Hugo Brandt. Both leaders support a truce.",
			map[string]string{"Both leaders": "leaders"}, "three are not two", ""},
		{"Mr. President, the Government of Malawi supports the text.", map[string]string{"Government of Malawi": "Malawi"},
			"as speeches write it", ""},
		{"Turkey, according to the union, opposes the plan.", map[string]string{"the union": "union"}, "not in apposition", ""},
		{"Republicans in the House oppose the bill.",
			map[string]string{"Republicans in the House": "Republicans in the House"}, "members, not the party", ""},
		{"HMS Tourmaline joined the fleet. Tourmaline is committed to the mission, said Karl Venn.",
			map[string]string{"HMS Tourmaline": "", "Tourmaline^2": ""}, "a ship holds no stance", "names of ships are not known"},
		{"USS Odum left the port. Senator Karl Odum praised the crew. Odum condemned Chad.",
			map[string]string{"Senator Karl Odum": "Karl Odum", "Odum^3": "Karl Odum"}, "a ship that bears a senator's name",
			"names of ships are not known"},
		{"USS McCain left the port. McCain praised Chad.", map[string]string{"McCain^2": "John McCain"}, "a known name",
			"names of ships are not known"},
		{"The frigate FS Tourmaline left. Tourmaline is committed to the mission.", map[string]string{"Tourmaline^2": ""},
			"a short prefix where the text is at sea", "names of ships are not known"},
		{"MS Odum praised Chad.", map[string]string{"MS Odum": "Odum"}, "too short for a ship", ""},
		{"Two strikes destroyed VBIEDs, 12 artillery and a repeater station.", map[string]string{"VBIEDs": "",
			"12 artillery": "", "a repeater station": ""}, "weapons and masts",
			"nouns for weapons and machines that are also for people are not told apart"},
		{"The radio station praised Chad.", map[string]string{"The radio station": "radio station"}, "a broadcaster", ""},
		{"Petty Officer Hugo Brandt praised Chief Warrant Officer Lena Sturm.",
			map[string]string{"Petty Officer Hugo Brandt": "Hugo Brandt", "Chief Warrant Officer Lena Sturm": "Lena Sturm"},
			"ranks of several words", ""},
		{"Senate Republicans mocked the plan.", map[string]string{"Senate Republicans": "Senate Republicans"}, "a part of them", ""},
		{"Several moderate Liberals mocked the plan.", map[string]string{"Several moderate Liberals": "moderate Liberals"},
			"what tells them apart stays", ""},
		{"Chad praised thousands of young farmers.", map[string]string{"thousands of young farmers": "young farmers"},
			"a quantity is no part of the name", ""},
		{"Chad praised the other farmers.", map[string]string{"the other farmers": "other farmers"}, "\"other\" tells them apart", ""},
		{"Sanders mocked the senate. Chad thanked Sanders.", map[string]string{"Sanders": "Bernie Sanders"},
			"a name within a sentence is one at the beginning of another", ""},
		{"Hillary mocked the senate. Chad thanked Clinton.", map[string]string{"Hillary": "Hillary Clinton"},
			"a first name of whom the text calls by the surname", ""},
		{"Chad backs the Obama administration.", map[string]string{"the Obama administration": "United States"},
			"a person's government is that of the country", ""},
		{"Mali blamed the army, and the government left.", map[string]string{"the government": "Mali"},
			"of the country just named", ""},
		{"Chad praised the People’s Republic of China.", map[string]string{"People’s Republic of China": "China"},
			"an apostrophe within a name", ""},
		{"Chad praised the Kurdistan Workers' Party.", map[string]string{"Kurdistan Workers' Party": "Kurdistan Workers' Party"},
			"one at the end of a word", ""},
		{"The Republic of Malawi and the Government of the Republic of Chad praised the text.",
			map[string]string{"Republic of Malawi": "Malawi", "Government of the Republic of Chad": "Chad"}, "forms of states", ""},
		{"“He sinks ferries,” Karl Odum said. “He never paid.”", map[string]string{"He^2": ""},
			"the speaker does not speak of himself", ""},
		{"“Ole Brill sinks ferries. Brill lies,” he told the council after Karl Lund left.", map[string]string{"he": ""},
			"whom a quotation speaks of does not say it", ""},
		{"We are a small island. Malawi supports the text, and we will sign it. Malawi asks Chad to join us. " +
			"We thank the council.", map[string]string{"We": "Malawi", "us": "Malawi"}, "a speech for a country", ""},
		{"We like cheese. I met Chad. We went home. We slept. I left.", map[string]string{"We": ""}, "no country leads", ""},
		{"Chad praised Iran-backed fighters.", map[string]string{"Iran": "Iran"}, "a name in a compound",
			"names within hyphenated words are not read"},
	} {
		t.Run(c.text, func(t *testing.T) {
			doc := schema.Document{ID: "t", Text: c.text}
			_, r := l.read(t, &doc)
			var wrong []string
			for k, want := range c.want {
				if got := who(&doc, r, k); got != want {
					wrong = append(wrong, fmt.Sprintf("%q means %q, want %q (%s)", k, got, want, c.why))
				}
			}
			sort.Strings(wrong)
			switch {
			case c.fails == "" && len(wrong) > 0:
				t.Error(strings.Join(wrong, "\n"))
			case c.fails != "" && len(wrong) == 0:
				t.Errorf("passes now, take its mark away: %s", c.fails)
			}
		})
	}
}

func TestSpeakers(t *testing.T) {
	l := newLine(t)
	text := "MIRA SOLBERG NORWEGIAN ENERGY MINISTER We will not sign. The minister left early. She was angry."
	span := func(s string) schema.Span {
		i := strings.Index(text, s)
		return schema.Span{Start: i, End: i + len(s)}
	}
	doc := schema.Document{ID: "t", Text: text, Turns: []schema.Turn{
		{Index: 0, Kind: schema.Soundbite, Span: span("We will not sign."),
			Label: span("MIRA SOLBERG NORWEGIAN ENERGY MINISTER"), Speaker: &schema.Speaker{Name: "Mira Solberg",
				NameSpan: span("MIRA SOLBERG"), Title: "Norwegian Energy Minister", TitleSpan: span("NORWEGIAN ENERGY MINISTER"),
				Country: "Norway"}},
		{Index: 1, Kind: schema.Narration, Span: span("The minister left early. She was angry.")},
	}}
	_, r := l.read(t, &doc)
	m, ok := r.Speaker(0)
	if !ok || m.Form != schema.CaptionName || len(m.Actors) != 1 {
		t.Fatalf("speaker of turn 0: %+v, %v", m, ok)
	}
	if _, ok := r.Speaker(1); ok {
		t.Error("the narration has a speaker")
	}
	for words, want := range map[string]string{"We": "Mira Solberg", "She": "Mira Solberg"} {
		if got := who(&doc, r, words); got != want {
			t.Errorf("%q means %q, want %q", words, got, want)
		}
	}
	if len(r.Affiliations) == 0 || r.Affiliations[0].Of != "Q20" || r.Affiliations[0].Role != "Norwegian Energy Minister" {
		t.Errorf("affiliations %+v, want one to Norway", r.Affiliations)
	}
}

func TestResultIsSortedAndClosed(t *testing.T) {
	l := newLine(t)
	doc := schema.Document{ID: "t",
		Text: "Iran, Russia and Turkey met. The G7 and Ukraine's president praised the Syrian army, which Moscow backs. They left."}
	sents, r := l.read(t, &doc)
	for i := 1; i < len(r.Mentions); i++ {
		a, b := r.Mentions[i-1], r.Mentions[i]
		if a.Sentence > b.Sentence || a.Sentence == b.Sentence && a.Span.Start > b.Span.Start {
			t.Errorf("mention %d %q stands before %q", i, a.Span.In(doc.Text), b.Span.In(doc.Text))
		}
	}
	for i := 1; i < len(r.Actors); i++ {
		if r.Actors[i-1].ID >= r.Actors[i].ID {
			t.Errorf("actors %q and %q are not in order", r.Actors[i-1].ID, r.Actors[i].ID)
		}
	}
	for _, m := range r.Mentions {
		if m.Head < 0 || m.Head >= len(sents[m.Sentence].Tokens) || !sents[m.Sentence].Span.Contains(m.Span) {
			t.Errorf("mention %+v does not lie in its sentence", m)
		}
		for _, id := range m.Actors {
			if _, ok := r.Actor(id); !ok {
				t.Errorf("mention %q means %s, which is not among the actors", m.Span.In(doc.Text), id)
			}
		}
	}
}

// TestPrep: a mention carries the preposition before its phrase.
func TestPrep(t *testing.T) {
	l := newLine(t)
	for _, c := range []struct{ text, words, want string }{
		{"Chad joined the fight against the rebels.", "the rebels", "against"},
		{"Chad joined the fight against rebels.", "rebels", "against"},
		{"Chad is angry with the Kremlin.", "Kremlin", "with"},
		{"Chad praised the rebels.", "the rebels", ""},
		{"Chad praised Mali's rebels.", "Mali's rebels", ""},
		{"Chad sided with Mali and Niger.", "Niger", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			doc := schema.Document{ID: "t", Text: c.text}
			_, r := l.read(t, &doc)
			for _, m := range r.Mentions {
				if m.Span.In(c.text) == c.words {
					if m.Prep != c.want {
						t.Errorf("preposition %q of %q, want %q", m.Prep, c.words, c.want)
					}
					return
				}
			}
			t.Errorf("no mention %q", c.words)
		})
	}
}

// FuzzFind: whatever the tags and trees, nothing panics and every span fits.
func FuzzFind(f *testing.F) {
	l, err := lexicon.Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("The three countries said he and Turkey 's president opposed it .", []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
	f.Add("Sen. Al - Al - Al ( ANC ) , the of Of - OF and JR .", []byte{0, 0, 200, 4})
	f.Add("US US US 's ' ’s — THE WHO IS", []byte{9})
	f.Add("É É É-É of of the the — ( ) \" \" I we his his", []byte{255, 254, 3, 77})
	tags := []string{"NNP", "NN", "NNS", "NNPS", "JJ", "VBD", "IN", "DT", "PRP", "PRP$", "POS", "CD", ",", "CC", "TO", ""}
	rels := []string{"nsubj", "obj", "nmod", "nmod:poss", "compound", "amod", "case", "punct", "conj", "appos", "flat",
		"root", "obl:agent", "det", "ccomp", "acl"}
	finder, err := mention.New(l)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, shape []byte) {
		doc := schema.Document{ID: "f", Text: text, Turns: []schema.Turn{{Span: schema.Span{End: len(text)},
			Speaker: &schema.Speaker{Name: text, Title: text, Country: text}}}}
		s := schema.Sentence{Span: schema.Span{End: len(text)}}
		at := 0
		words := strings.Fields(text)
		for i, w := range words {
			start := at + strings.Index(text[at:], w)
			at = start + len(w)
			tok := schema.Token{Span: schema.Span{Start: start, End: at}, Text: w, Lemma: strings.ToLower(w), Head: -1}
			if len(shape) > 0 {
				b := int(shape[i%len(shape)])
				tok.Tag, tok.Rel, tok.Head = tags[(b+i)%len(tags)], rels[(b*7+i)%len(rels)], (b*13+i*5)%len(words)
				if b%11 == 0 || tok.Head == i {
					tok.Head = -1
				}
			}
			s.Tokens = append(s.Tokens, tok)
		}
		if len(s.Tokens) == 0 {
			return
		}
		r := finder.Find(&doc, []schema.Sentence{s}, nil)
		for _, m := range r.Mentions {
			if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start > m.Span.End {
				t.Fatalf("span %+v does not fit", m.Span)
			}
			for _, id := range m.Actors {
				if _, ok := r.Actor(id); !ok {
					t.Fatalf("unknown actor %q", id)
				}
			}
		}
	})
}
