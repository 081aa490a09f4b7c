package eval_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/schema"
)

// reference finds the reference scorer and its gold, or skips.
func reference(t *testing.T) (python, folder string) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is missing: the reference scorer was not compared with")
	}
	shared := os.Getenv("STANCEGRAPH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	folder = filepath.Join(shared, "gold")
	if _, err := os.Stat(filepath.Join(folder, "score.py")); err != nil {
		t.Skipf("%s has no score.py: the reference scorer was not compared with (STANCEGRAPH_SHARED names the folder)", folder)
	}
	return python, folder
}

// noisy is what a middling system might make of gold: it loses some, mistakes type, sign, holder, words or sayer of
// others, and finds what is not there.
func noisy(docs []eval.Doc, seed uint64) map[string][]schema.Statement {
	random := rand.New(rand.NewPCG(seed, 7))
	types := schema.Types()
	found := map[string][]schema.Statement{}
	for i, d := range docs {
		for _, g := range d.Statements {
			s := derived(g)
			s.Document = d.ID
			if random.IntN(2) == 0 {
				s.Holder.Text, s.Target.Text = "", ""
			}
			switch random.IntN(12) {
			case 0, 1:
				continue
			case 2:
				s.Type = types[random.IntN(len(types))].Type
			case 3:
				s.Polarity = -s.Polarity
			case 4:
				w := strings.Fields(s.Holder.Name)
				s.Holder.Name = w[len(w)-1]
			case 5:
				w := strings.Fields(s.Target.Name)
				s.Target.Name = strings.Join(w[len(w)/2:], " ")
			case 6:
				s.Sayer = &schema.ActorRef{Name: "The spokesman"}
			case 7:
				s.Negated, s.Phase = !s.Negated, schema.Planned
			case 8:
				s.Inferred = true
			case 9:
				s.Target.Name = "those " + strings.ToUpper(s.Target.Name) + "’s plans"
			}
			found[d.ID] = append(found[d.ID], s)
		}
		if random.IntN(3) == 0 {
			other := docs[(i+1)%len(docs)]
			if len(other.Statements) > 0 {
				s := derived(other.Statements[0])
				s.Document = d.ID
				found[d.ID] = append(found[d.ID], s)
			}
		}
	}
	return found
}

// job is one run of the noisy system over one file of gold.
type job struct {
	file, system string
	result       eval.Result
}

func TestAgreesWithTheReferenceScorer(t *testing.T) {
	python, folder := reference(t)
	files, _ := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	own, _ := filepath.Glob(filepath.Join(testdata, "gold", "*.jsonl"))
	var jobs []job
	var calls [][]string
	for _, file := range append(files, own...) {
		for seed := range uint64(2) {
			j := tryNoisy(t, file, seed)
			jobs = append(jobs, j)
			calls = append(calls, []string{j.file, j.system, "--json"})
			for _, by := range groupings {
				calls = append(calls, []string{j.file, j.system, "--by", by})
			}
		}
	}
	outputs := referenceScores(t, python, folder, calls)
	each := 1 + len(groupings)
	for i, j := range jobs {
		t.Run(fmt.Sprintf("%s-%d", filepath.Base(j.file), i%2), func(t *testing.T) { compare(t, j.result, outputs[i*each:(i+1)*each]) })
	}
}

var groupings = []string{"tags", "type", "phenomenon"}

func tryNoisy(t *testing.T, file string, seed uint64) job {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := eval.ReadGold(bytes.NewReader(data), file)
	if err != nil {
		t.Fatal(err)
	}
	found := noisy(docs, seed)
	system := filepath.Join(t.TempDir(), fmt.Sprintf("%s.%d", filepath.Base(file), seed))
	writeStatements(t, system, docs, found)
	return job{file, system, eval.Score(docs, found)}
}

// referenceScores runs the reference scorer in one process, once for each list of arguments.
func referenceScores(t *testing.T, python, folder string, calls [][]string) []string {
	t.Helper()
	list, err := json.Marshal(calls)
	if err != nil {
		t.Fatal(err)
	}
	script := `
import sys, json, io, contextlib
sys.path.insert(0, sys.argv[1])
import score
outputs = []
for args in json.loads(sys.argv[2]):
    sys.argv = ["score.py"] + args
    with contextlib.redirect_stdout(io.StringIO()) as out:
        score.main()
    outputs.append(out.getvalue())
print(json.dumps(outputs))`
	var outputs []string
	if err := json.Unmarshal(run(t, python, "-c", script, folder, string(list)), &outputs); err != nil {
		t.Fatal(err)
	}
	return outputs
}

// compare holds a result against what the reference printed as JSON and as a table of each grouping.
func compare(t *testing.T, r eval.Result, outputs []string) {
	var want struct {
		Texts, Gold, System, Empty int
		Silent                     *float64 `json:"silent_on_empty"`
		Link, Type, Full           struct{ P, R, F1 float64 }
	}
	if err := json.Unmarshal([]byte(outputs[0]), &want); err != nil {
		t.Fatal(err)
	}
	if r.Texts != want.Texts || r.Gold != want.Gold || r.System != want.System || r.Empty != want.Empty {
		t.Errorf("%d texts, %d gold, %d extracted, %d empty; reference %d, %d, %d, %d", r.Texts, r.Gold, r.System, r.Empty,
			want.Texts, want.Gold, want.System, want.Empty)
	}
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 0.0001 { // the reference rounds to four digits
			t.Errorf("%s %.5f, reference %.5f", what, got, want)
		}
	}
	for i, level := range []struct{ P, R, F1 float64 }{want.Link, want.Type, want.Full} {
		got := r.PRF(eval.Level(i + 1))
		near(eval.Levels[i]+" P", got.P, level.P)
		near(eval.Levels[i]+" R", got.R, level.R)
		near(eval.Levels[i]+" F1", got.F1, level.F1)
	}
	if want.Silent != nil {
		near("silent", float64(r.Silent)/float64(r.Empty), *want.Silent)
	}
	for i, groups := range [][]eval.Group{r.ByTag, r.ByType, r.ByPhenomenon} {
		for _, g := range groups {
			if row := fmt.Sprintf("  %-24s %4d/%-4d ", g.Name, g.Found[0], g.Gold); g.Gold > 0 && !strings.Contains(outputs[1+i], row) {
				t.Errorf("by %s: no row %q in\n%s", groupings[i], row, outputs[1+i])
			}
		}
	}
}

func writeStatements(t *testing.T, path string, docs []eval.Doc, found map[string][]schema.Statement) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for _, d := range docs {
		for _, s := range found[d.ID] {
			if err := enc.Encode(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, python string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(python, args...)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "PYTHONDONTWRITEBYTECODE=1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", strings.Join(args, " "), err)
	}
	return out
}

// Names that are hard to fold, in both implementations.
var hardNames = []string{"The U.S.'s", "U.K.", "Türkiye’nin", "İstanbul's", "ıLł", "ØRSTED", "Łódź", "Chris' team",
	"the Dutch'", "'s", "’", "A the an", "ÉTIENNE Garnier",
	"Nguyễn Phú Trọng", "ﬁnance_ministry", "Ⅳ Corps", "½ measure", "St. James's Park", "James'x", "the the plan",
	"E.U.", "GOP's", "  ", "北京's", "Ǆ", "a", "an apple", "µ", "x'ss", "bosses'."}

func TestNamesFoldLikeTheReference(t *testing.T) {
	python, folder := reference(t)
	names, err := json.Marshal(hardNames)
	if err != nil {
		t.Fatal(err)
	}
	script := "import sys, json; sys.path.insert(0, sys.argv[1]); import score; n = json.loads(sys.argv[2]); " +
		"print(json.dumps([[score.same_actor({a}, {b}), score.same_issue(a, b)] for a in n for b in n]))"
	var want [][2]bool
	if err := json.Unmarshal(run(t, python, "-c", script, folder, string(names)), &want); err != nil {
		t.Fatal(err)
	}
	var got [2]bool
	for i, a := range hardNames {
		for j, b := range hardNames {
			w := want[i*len(hardNames)+j]
			base := eval.Gold{Holder: "Chile", Type: schema.Wants, Polarity: 1, Target: a}
			s := statement("Chile", schema.Wants, 1, b)
			base.Kind = schema.ToActor
			got[0] = eval.Agreement(base, &s) > eval.None
			base.Kind = schema.ToIssue
			got[1] = eval.Agreement(base, &s) > eval.None
			if got != w {
				t.Errorf("%q and %q: actor, issue %v, reference %v", a, b, got, w)
			}
		}
	}
}
