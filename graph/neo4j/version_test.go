package neo4j

import "testing"

// TestNewEnough: a server too old is not to be had here, so its version's text stands for it.
func TestNewEnough(t *testing.T) {
	for version, ok := range map[string]bool{"5.26.30": true, "5.0.0": true, "2025.01.0": true, "4.4.42": false,
		"3.5.35": false, "": false, "dev": false} {
		if err := newEnough(version); (err == nil) != ok {
			t.Errorf("version %q: %v", version, err)
		}
	}
}
