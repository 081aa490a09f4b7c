package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts of testdata run the program as "stancegraph".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stancegraph": main})
}

// TestScripts runs testdata/*.txtar: one behaviour of the command line each.
func TestScripts(t *testing.T) {
	setup := func(env *testscript.Env) error {
		env.Setenv("HOME", env.WorkDir)
		env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
		for _, name := range []string{"NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NO_COLOR", "COLUMNS"} {
			env.Setenv(name, "")
		}
		env.Setenv("TERM", "xterm")
		return nil
	}
	testscript.Run(t, testscript.Params{Dir: "testdata", RequireExplicitExec: true, Setup: setup})
}
