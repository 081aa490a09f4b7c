package lexicon

import "testing"

func TestDefault(t *testing.T) {
	w, err := DefaultWords()
	if err != nil {
		t.Fatal(err)
	}
	t.Log(len(w.All()), len(w.AllIdioms()))
}
