package eval

import (
	"bufio"
	"fmt"
	"io"
)

// Write prints the result as text for people; the same result gives the same bytes.
func (r Result) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	r.WriteSummary(out)
	writeGroups(out, "by type", r.ByType)
	if len(r.ByPhenomenon) > 1 || len(r.ByPhenomenon) == 1 && r.ByPhenomenon[0].Name != "?" {
		writeGroups(out, "by phenomenon", r.ByPhenomenon)
	}
	writeTags(out, r.ByTag)
	writeNames(out, GroupNames(r.Names))
	r.Calibration.write(out)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write evaluation: %w", err)
	}
	return nil
}

// WriteSummary prints the first lines of Write: counts, the three levels, silence.
func (r Result) WriteSummary(w io.Writer) {
	fmt.Fprintf(w, "%d texts, %d gold statements, %d extracted", r.Texts, r.Gold, r.System)
	if len(r.Unknown) > 0 {
		fmt.Fprintf(w, ", %d unknown documents", len(r.Unknown))
	}
	fmt.Fprintln(w)
	for i, name := range Levels {
		x := r.PRF(Level(i + 1))
		fmt.Fprintf(w, "%-5s P %.3f  R %.3f  F1 %.3f\n", name, x.P, x.R, x.F1)
	}
	if r.Empty > 0 {
		fmt.Fprintf(w, "silent on %d of %d texts without stance\n", r.Silent, r.Empty)
	}
}

func writeGroups(w io.Writer, title string, groups []Group) {
	fmt.Fprintf(w, "\n%-24s %5s %5s   %5s %5s %5s   %5s %5s\n", title, "gold", "found", "P", "R", "F1", "type", "full")
	for _, g := range groups {
		x := g.PRF(Link)
		fmt.Fprintf(w, "  %-22s %5d %5d   %.3f %.3f %.3f   %.3f %.3f\n", g.Name, g.Gold, g.System, x.P, x.R, x.F1, g.PRF(Type).F1, g.PRF(Full).F1)
	}
}

func writeTags(w io.Writer, groups []Group) {
	fmt.Fprintf(w, "\n%-24s %5s   %5s %5s %5s\n", "by tag: recall", "gold", "link", "type", "full")
	for _, g := range groups {
		fmt.Fprintf(w, "  %-22s %5d   %.3f %.3f %.3f\n", g.Name, g.Gold, g.PRF(Link).R, g.PRF(Type).R, g.PRF(Full).R)
	}
}

func (c Calibration) write(w io.Writer) {
	fmt.Fprintf(w, "\n%-24s %5s   %5s %5s %5s\n", "confidence", "n", "mean", "right", "gap")
	for _, b := range c.Rows {
		if b.N == 0 {
			fmt.Fprintf(w, "  %.1f to %-15.1f %5d   %5s %5s %5s\n", b.From, b.To, 0, "-", "-", "-")
			continue
		}
		fmt.Fprintf(w, "  %.1f to %-15.1f %5d   %.3f %.3f %.3f\n", b.From, b.To, b.N, b.Confidence, b.Precision, b.Gap())
	}
	fmt.Fprintf(w, "mean gap %.3f; weighted by statements %.3f; over five rows of equal size %.3f\n", c.MeanGap, c.WeightedGap, c.EqualSizeGap)
}
