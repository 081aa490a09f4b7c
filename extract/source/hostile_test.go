package source

import (
	"strings"
	"testing"
)

// TestHostileLayouts reads 256 kB of what would make a careless reader quadratic or overflow its stack. A
// reader that is does not come to an end within the time that go test allows.
func TestHostileLayouts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many megabytes")
	}
	const size = 256 << 10
	for _, unit := range []string{
		`AB CD EF "Xx." `, "AB CD \"Xx.\n", "AB CD \"Xx.\" ", "AB: x\n", "Ab Cd: x\n", "AB CD EF ", "AB CD\n", "“", "\"",
		"‘x.’\n", ":", ">> a: b ", ">> ", "<v A>",
		"(SOUNDBITE) ", "[21:00:00] ", "[21:00:00] x\n", "02:19\n", "\n", "A, B, C. ", "Ab Cd, Ef, Gh.\n", "(", "[A",
		"BRUSSELS — ", "İ", "\xff", "A. ", "(AP) - ",
		"Q You? ", "Q You?\n", "AB: I do. ", "Ab: I do. Cd: You. ", "12\" x ", "\"12\" x ", "A B 1 \"", "AB\n\nI do.\n\n",
		"Mr. X: ", "- A: you\n",
	} {
		t.Run(unit, func(t *testing.T) { structured(t, strings.Repeat(unit, size/len(unit))) })
	}
}
