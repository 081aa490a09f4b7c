package lexicon

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	labels, err := LabelWords()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		why, text string
		foreign   bool
	}{
		{"English", "Turkey wants a buffer zone to keep the militia away from its border.", false},
		{"a headline without function words", "Macron slams Erdogan, Paris recalls ambassador, Ankara fumes, Brussels mediates", false},
		{"names",
			"Angela Merkel, Emmanuel Macron, Pedro Sánchez, Giuseppe Conte, Mark Rutte, Viktor Orbán, Luis de la Calle y Ruiz, Ursula von der Leyen",
			false},
		{"English with foreign names of bodies",
			"The leader of La France Insoumise and the head of the Partido de la Revolución met the mayor of Rio de " +
				"Janeiro, who is on the board of the Banco de la Nación.",
			false},
		{"English with a foreign quote",
			"He told them in French: “Nous ne sommes pas d'accord avec le plan de la ministre.” They did not agree with the plan and left the room.",
			false},
		{"short", "La vida es bella", false},
		{"Spanish",
			"El presidente de Turquía quiere una zona de seguridad en la frontera, pero los líderes de Rusia e Irán no " +
				"están de acuerdo con el plan.",
			true},
		{"French",
			"Le président veut une zone de sécurité le long de la frontière, mais les dirigeants de la Russie ne sont pas d'accord avec le plan.",
			true},
		{"German",
			"Der Präsident will eine Pufferzone an der Grenze, aber die Führung in Moskau ist mit dem Plan nicht " +
				"einverstanden und hat das auch gesagt.",
			true},
		{"Turkish",
			"Türkiye sınırda bir güvenli bölge istiyor, ama Rusya ve İran bu plan için daha çok zaman istiyor ve ne olacağı belli değil.",
			true},
		{"Russian", "Президент хочет мира, но лидеры не согласны.", true},
		{"Chinese", "土耳其希望建立缓冲区，但俄罗斯和伊朗不同意。", true},
	} {
		t.Run(test.why, func(t *testing.T) {
			language, foreign := labels.NotEnglish(test.text)
			if foreign != test.foreign {
				t.Errorf("refused %v (%s)", foreign, language)
			}
		})
	}
}

// TestLabelLists: an empty list, an unknown one and one that stands twice are errors that name the file.
func TestLabelLists(t *testing.T) {
	for _, test := range []struct{ why, old, new string }{
		{"an empty list", "topics: |", "topics: ''\nx: |"},
		{"an unknown list", "topics: |", "subjects: |"},
		{"a list twice", "topics: |", "roles: |"},
	} {
		t.Run(test.why, func(t *testing.T) {
			broken := strings.Replace(string(labelsYAML), test.old, test.new, 1)
			if _, err := loadLabels("labels.yaml", []byte(broken), nil); err == nil || !strings.HasPrefix(err.Error(), "labels.yaml") {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestTitleWords tells words of titles from others.
func TestTitleWords(t *testing.T) {
	labels, err := LabelWords()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		words string
		run   int
		role  bool
	}{
		{"PRESIDENT", 1, true}, {"co-leader", 1, true}, {"geneticist", 1, true}, {"saleswoman", 1, true}, {"RUSSIAN SPOKESMAN", 1, false},
		{"NORTH KOREAN ENVOY", 2, false}, {"Lindvik", 0, false}, {"TEACHERS", 1, true}, {"number", 0, false},
	} {
		t.Run(test.words, func(t *testing.T) {
			if run := labels.TitleRun(strings.Fields(test.words)); run != test.run {
				t.Errorf("the title's first name has %d words, want %d", run, test.run)
			}
			if role := labels.Role(test.words); role != test.role {
				t.Errorf("role %v", role)
			}
		})
	}
}
