package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

// shared is the folder of development data beside the project, "" where there is none.
func shared() string {
	dir := os.Getenv("STANCEGRAPH_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		return ""
	}
	return dir
}

// show writes turns one a line.
func show(doc *schema.Document) string {
	return strings.Join(lines(doc), "\n") + "\n"
}

// lines writes each turn: kind, who with all that is known, and the words.
func lines(doc *schema.Document) []string {
	var out []string
	for _, t := range doc.Turns {
		var b strings.Builder
		fmt.Fprintf(&b, "%s", t.Kind)
		if sp := t.Speaker; sp != nil {
			for _, f := range []struct{ k, v string }{{"", sp.Name}, {"title=", sp.Title}, {"country=", sp.Country}, {"outlet=",
				sp.Outlet}, {"place=", sp.Place}, {"lang=", sp.Language}} {
				if f.v != "" {
					fmt.Fprintf(&b, " | %s%s", f.k, f.v)
				}
			}
			if sp.Reporter {
				b.WriteString(" | reporter")
			}
		}
		fmt.Fprintf(&b, " > %s", t.Span.In(doc.Text))
		out = append(out, b.String())
	}
	return out
}

// checkTurns says what is wrong with the turns of a document, "" when nothing is.
func checkTurns(doc *schema.Document) string {
	pos := 0
	for i, t := range doc.Turns {
		words := t.Span.In(doc.Text)
		switch {
		case t.Index != i:
			return "turn index out of order"
		case t.Span.Start < pos || t.Span.End > len(doc.Text) || t.Span.Empty():
			return fmt.Sprintf("turn %d: span %v out of order, out of range or empty", i, t.Span)
		case strings.TrimSpace(words) != words:
			return "turn is not trimmed: " + words
		case !t.Label.Empty() && (t.Label.End > t.Span.Start || t.Label.Start < 0):
			return fmt.Sprintf("turn %d: label %v lies within or after the words %v", i, t.Label, t.Span)
		case (t.Kind == schema.Narration || t.Kind == schema.Headline) && (t.Speaker != nil || !t.Label.Empty()):
			return "narration with a speaker: " + words
		}
		if sp := t.Speaker; sp != nil {
			if !t.Label.Contains(sp.NameSpan) && !sp.NameSpan.Empty() || (sp.Name == "") != sp.NameSpan.Empty() {
				return fmt.Sprintf("turn %d: name %q outside its label", i, sp.Name)
			}
			if !t.Label.Contains(sp.TitleSpan) && !sp.TitleSpan.Empty() || (sp.Title == "") != sp.TitleSpan.Empty() {
				return fmt.Sprintf("turn %d: title %q outside its label", i, sp.Title)
			}
		}
		pos = t.Span.End
	}
	return ""
}

func structured(t testing.TB, text string) *schema.Document {
	t.Helper()
	doc := &schema.Document{ID: "t", Text: text}
	if err := Structure(doc); err != nil {
		t.Fatal(err)
	}
	if msg := checkTurns(doc); msg != "" {
		t.Fatalf("%s\nin %q", msg, text)
	}
	return doc
}

// TestCaptions reads one caption a row, with the same words after it.
func TestCaptions(t *testing.T) {
	for _, test := range []struct{ caption, want string }{
		// capitals, no separators
		{`VLADIMIR PUTIN RUSSIAN PRESIDENT "W"`, "soundbite | Vladimir Putin | title=Russian President | country=Russia"},
		{`RECEP TAYYIP ERDOGAN TURKISH PRESIDENT “W”`, "soundbite | Recep Tayyip Erdogan | title=Turkish President | country=Turkey"},
		{`GRACE HOLLIS BRITISH AMBASSADOR TO THE UN "W"`,
			"soundbite | Grace Hollis | title=British Ambassador to the UN | country=United Kingdom"},
		{`SALMA IDRIS SUDANESE DOCTOR, OMDURMAN "W"`, "soundbite | Salma Idris | title=Sudanese Doctor | country=Sudan | place=Omdurman"},
		{`IRINA VOLKOVA MIDDLE EAST SPECIALIST, KOMMERSANT "W"`, "soundbite | Irina Volkova | title=Middle East Specialist | outlet=Kommersant"},
		{`ANNA VALE MOSCOW "W"`, "soundbite | Anna Vale | place=Moscow | reporter"},
		{`NILS HAMMAR NEW YORK "W"`, "soundbite | Nils Hammar | place=New York | reporter"},
		{`ERDOGAN TURKISH PRESIDENT "W"`, "soundbite | Erdogan | title=Turkish President | country=Turkey"},
		{`DAWN FRENCH BRITISH ACTRESS "W"`, "soundbite | Dawn French | title=British Actress | country=United Kingdom"},
		{`JORDAN HENLEY BRITISH MP "W"`, "soundbite | Jordan Henley | title=British MP | country=United Kingdom"},
		{`KIM HA-JUN SOUTH KOREAN UNIFICATION MINISTER "W"`,
			"soundbite | Kim Ha-Jun | title=South Korean Unification Minister | country=South Korea"},
		{`ERIK HALVORSEN NATO SECRETARY GENERAL "W"`, "soundbite | Erik Halvorsen | title=NATO Secretary General"},
		{`OMAR NASSER FORMER US AMBASSADOR TO SYRIA "W"`,
			"soundbite | Omar Nasser | title=Former US Ambassador to Syria | country=United States"},
		{`LENA VOGT RUSSIA ANALYST "W"`, "soundbite | Lena Vogt | title=Russia Analyst"},
		{`LENA VOGT RUSSIAN ANALYST "W"`, "soundbite | Lena Vogt | title=Russian Analyst | country=Russia"},
		{`PAUL KASTNER UN SPECIAL ENVOY FOR SYRIA "W"`, "soundbite | Paul Kastner | title=UN Special Envoy for Syria"},
		{`MARIE KOLB PRIME MINISTER OF LUXEMBOURG "W"`, "soundbite | Marie Kolb | title=Prime Minister of Luxembourg | country=Luxembourg"},
		{`KATERINA LEKKA CAFE OWNER, KASTELLORIZO "W"`, "soundbite | Katerina Lekka | title=Cafe Owner | place=Kastellorizo"},
		{`CLAIRE DUMONT DIRECTOR, REFUGEE RIGHTS EUROPE "W"`, "soundbite | Claire Dumont | title=Director | outlet=Refugee Rights Europe"},
		{`NGOZI O'BRIEN-MCALLISTER NIGERIAN ENVOY "W"`, "soundbite | Ngozi O'Brien-McAllister | title=Nigerian Envoy | country=Nigeria"},
		{`ANA DE LA CRUZ SPANISH FOREIGN MINISTER "W"`, "soundbite | Ana de la Cruz | title=Spanish Foreign Minister | country=Spain"},
		{`MARINE LE GALL FRENCH SENATOR "W"`, "soundbite | Marine Le Gall | title=French Senator | country=France"},
		{`HASSAN AL-RASHID IRAQI COLONEL "W"`, "soundbite | Hassan al-Rashid | title=Iraqi Colonel | country=Iraq"},
		{`IAN McALPINE SCOTTISH FARMER "W"`, "soundbite | Ian McAlpine | title=Scottish Farmer"},
		{`ÉTIENNE GARNIER POLITICAL SCIENTIST, SCIENCES PO: "W"`, "soundbite | Étienne Garnier | title=Political Scientist | outlet=Sciences Po"},
		{`İSMAİL KAYA TURKISH FARMER “W”`, "soundbite | İsmail Kaya | title=Turkish Farmer | country=Turkey"},
		{`SERGEI GONCHAROV ALPHA VETERANS ASSOCIATION "W"`, "soundbite | Sergei Goncharov | outlet=Alpha Veterans Association"},
		{`RICHARD WEITZ HUDSON INSTITUTE "W"`, "soundbite | Richard Weitz | outlet=Hudson Institute"},
		{`DMITRY PESKOV KREMLIN SPOKESMAN "W"`, "soundbite | Dmitry Peskov | title=Kremlin Spokesman | country=Russia"},
		{`ALICE KRANZ GREENS CO-LEADER "W"`, "soundbite | Alice Kranz | title=Greens Co-Leader"},
		{`DR. SUSAN OKORO VIROLOGIST "W"`, "soundbite | Susan Okoro | title=Virologist"},
		{`GEN. MARK ELLIS CHAIRMAN, JOINT CHIEFS OF STAFF "W"`, "soundbite | Mark Ellis | title=Chairman, Joint Chiefs of Staff"},
		{`VICTOR GAO VICE PRESIDENT, CENTER FOR TRADE "W"`, "soundbite | Victor Gao | title=Vice President | outlet=Center for Trade"},
		{`ADA KORVIN LURANIAN PRIME MINISTER "W"`, "soundbite | Ada Korvin | title=Luranian Prime Minister"},
		{`PIERRE LEFEVRE YELLOW VEST PROTESTER "W"`, "soundbite | Pierre Lefevre | title=Yellow Vest Protester"},
		{`CHLOE ADAMS RED CROSS, GENEVA "W"`, "soundbite | Chloe Adams | outlet=Red Cross | place=Geneva"},
		{`MARTIN KING HEAD OF POLICY, OXFAM "W"`, "soundbite | Martin King | title=Head of Policy | outlet=Oxfam"},
		{`NADIA HADDAD MOTHER OF THREE "W"`, "soundbite | Nadia Haddad | title=Mother of Three"},
		// capitals with separators
		{`JULIEN VASSEUR, FRENCH LABOUR MINISTER: W`, "speech | Julien Vasseur | title=French Labour Minister | country=France"},
		{`SPOKESMAN, MINISTRY OF FOREIGN AFFAIRS, CEM AYDIN: "W"`, "soundbite | Cem Aydin | title=Spokesman, Ministry of Foreign Affairs"},
		{`U.S. PRESIDENT DANIEL HARTE: W`, "speech | Daniel Harte | title=U.S. President | country=United States"},
		{`JOHN K. MARSH: W`, "speech | John K. Marsh"},
		{`SEN. ANN COLE (D-OH): W`, "speech | Ann Cole | title=Sen."},
		{`WOLF MERTENS, CNN ANCHOR: W`, "speech | Wolf Mertens | title=CNN Anchor | outlet=CNN | reporter"},
		{`ANNA STERN, BBC NEWS: W`, "speech | Anna Stern | outlet=BBC News"},
		{`MODERATOR: W`, "speech | title=Moderator"},
		{`BARBARA STONE, PENTAGON CORRESPONDENT (voice-over): W`, "speech | Barbara Stone | title=Pentagon Correspondent | reporter"},
		{`BARBARA STONE (voice-over): W`, "speech | Barbara Stone | reporter"},
		{`BARBARA STONE, MAYOR OF OSLO (voice-over): W`, "speech | Barbara Stone | title=Mayor of Oslo"},
		{`UNIDENTIFIED PROTESTER: W`, "speech | unidentified protester"},
		{`[21:00:00] ANNA STERN, HOST: W`, "speech | Anna Stern | title=Host | reporter"},
		// news agencies
		{`(SOUNDBITE) (English) RUSSIAN FOREIGN MINISTER, SERGEI ORLOV, SAYING: "W"`,
			"soundbite | Sergei Orlov | title=Russian Foreign Minister | country=Russia | lang=English"},
		{`(SOUNDBITE) (Arabic) SYRIAN SHOPKEEPER, ABU KHALED, SAYING: W`,
			"soundbite | Abu Khaled | title=Syrian Shopkeeper | country=Syria | lang=Arabic"},
		{`SOUNDBITE (Russian) Sergei Orlov, Foreign Minister, Russian Federation: "W"`,
			"soundbite | Sergei Orlov | title=Foreign Minister | country=Russia | lang=Russian"},
		{"SOUNDBITE 1 (Arabic): AHMED SALEH, Director of the Idlib Health Directorate\n“W”",
			"soundbite | Ahmed Saleh | title=Director of the Idlib Health Directorate | lang=Arabic"},
		{"SOUNDBITE 2 (Arabic): AHMED SALEH, Head of the Aid Society\nW",
			"soundbite | Ahmed Saleh | title=Head of the Aid Society | lang=Arabic"},
		// closed captions and WebVTT
		{`>> anna weber: W`, "speech | Anna Weber"},
		{`>>> ANNA WEBER: W`, "speech | Anna Weber"},
		{`>> W`, "speech"},
		{`<v Anna Weber>W`, "speech | Anna Weber"},
		{`<v.loud Anna Weber>W`, "speech | Anna Weber"},
		// capitals and small letters
		{`Anna Weber: W`, "speech | Anna Weber"},
		{`Anna Weber, Minister of Defence of Austria: W`, "speech | Anna Weber | title=Minister of Defence of Austria | country=Austria"},
		{`Gerald R Ford: W`, "speech | Gerald R Ford"},
		// on a line of their own
		{"VLADIMIR PUTIN RUSSIAN PRESIDENT\n\"W\"", "soundbite | Vladimir Putin | title=Russian President | country=Russia"},
		{"LAURA WHITFIELD, TRADE ECONOMIST\nW", "speech | Laura Whitfield | title=Trade Economist"},
	} {
		t.Run(test.caption, func(t *testing.T) {
			const said = "We want peace, and we reject this war."
			at := strings.LastIndex(test.caption, "W")
			doc := structured(t, "They met in Geneva on Monday.\n"+test.caption[:at]+said+test.caption[at+1:]+"\n")
			got := strings.Split(strings.TrimSuffix(show(doc), "\n"), "\n")
			want := []string{"narration > They met in Geneva on Monday.", test.want + " > " + said}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
