package schema

import (
	_ "embed"
	"strings"
)

//go:embed constraints.cypher
var constraints string

// Constraints lists the Cypher statements of constraints.cypher, which a Neo4j database needs before
// statements are loaded. To run them again does nothing.
func Constraints() []string {
	var lines []string
	for _, l := range strings.Split(constraints, "\n") {
		if !strings.HasPrefix(l, "//") {
			lines = append(lines, l)
		}
	}
	var list []string
	for _, s := range strings.Split(strings.Join(lines, "\n"), ";") {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}
