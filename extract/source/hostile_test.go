package source

import (
	"fmt"
	"strings"
	"testing"
)

// TestHostileLayouts reads 256 kB of what would make a careless reader quadratic or overflow its stack: it would not end
// before the time-out of go test, whose report names the text.
func TestHostileLayouts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many megabytes")
	}
	const size = 256 << 10
	for _, unit := range []string{
		`AB CD EF "Xx." `, "AB CD \"Xx.\n", "AB CD \"Xx.\" ", "AB: x\n", "Ab Cd: x\n", "AB CD EF ", "AB CD\n", "“", "\"", "‘x.’\n", ":", ">> a: b ", ">> ", "<v A>", "(SOUNDBITE) ", "[21:00:00] ",
		"[21:00:00] x\n", "02:19\n", "\n", "A, B, C. ", "Ab Cd, Ef, Gh.\n", "(", "[A", "BRUSSELS — ", "İ", "\xff", "A. ", "(AP) - ",
	} {
		text := strings.Repeat(unit, size/len(unit))
		t.Run(fmt.Sprintf("%q", unit), func(t *testing.T) { structured(t, text) })
	}
}
