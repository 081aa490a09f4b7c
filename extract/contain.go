package extract

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// contain turns a panic of a stage into that document's error, with the place in the code, so that the other documents
// go on.
func contain(doc string, out *schema.Extraction, err *error) {
	if p := recover(); p != nil {
		*out, *err = schema.Extraction{}, fmt.Errorf("extract %s: internal error at %s: %v", doc, panicPlace(), p)
	}
}

// panicPlace is the function, file and line of this module that the panic came from.
func panicPlace() string {
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers[:])])
	for {
		f, more := frames.Next()
		if strings.Contains(f.Function, "/stancegraph/extract") && !strings.HasSuffix(f.Function, ".contain") {
			return fmt.Sprintf("%s (%s:%d)", f.Function[strings.LastIndex(f.Function, "/")+1:], f.File[strings.LastIndex(f.File, "/")+1:], f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}
