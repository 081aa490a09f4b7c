package schema

import "testing"

// TestProvenanceNames: every provenance has a name of its own, only an overt argument has none.
func TestProvenanceNames(t *testing.T) {
	of := map[string]Provenance{}
	for i := range len(provenances) {
		p := Provenance(i)
		if other, twice := of[p.String()]; twice {
			t.Errorf("%d and %d are both %q", other, p, p.String())
		}
		of[p.String()] = p
	}
	if p, ok := of[""]; !ok || p != Overt {
		t.Errorf("the overt argument is %q", Overt)
	}
	if last := OfEvent; len(provenances) != int(last)+1 {
		t.Errorf("%d names for %d provenances", len(provenances), last+1)
	}
	if got := Provenance(len(provenances)).String(); got != "" {
		t.Errorf("a value outside the table is %q", got)
	}
}
