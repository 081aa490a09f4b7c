package export

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/template"

	"github.com/stancegraph/stancegraph/graph"
)

//go:embed view
var viewFiles embed.FS

// viewScripts are run in this order: the libraries, each of which needs those before it, then the page's own.
var viewScripts = []string{"lib/cytoscape.min.js.gz", "lib/layout-base.js.gz", "lib/cose-base.js.gz",
	"lib/cytoscape-fcose.js.gz", "model.js", "draw.js", "panel.js", "page.js"}

// HTML writes one page that draws the graph, with all that it needs: it opens from a disk and asks no network for anything.
//
// Texts reach the page as JSON in which <, > and & are escaped, so that none ends its element, and the page's own scripts
// put them in as text. Its policy lets a browser run just these scripts, by their hashes, and load nothing.
func HTML(w io.Writer, g *graph.Graph) error {
	if err := writePage(w, g); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

func writePage(w io.Writer, g *graph.Graph) error {
	scripts, err := readScripts()
	if err != nil {
		return err
	}
	style, err := viewFile("page.css")
	if err != nil {
		return err
	}
	page, err := viewFile("page.html")
	if err != nil {
		return err
	}
	t, err := template.New("page.html").Parse(page)
	if err != nil {
		return err
	}
	data, err := json.Marshal(newViewData(g)) // which escapes < > & and U+2028
	if err != nil {
		return err
	}
	buf := bufio.NewWriter(w)
	if err := t.Execute(buf, struct {
		Policy, Style, Data string
		Floor               float64
		Scripts             []string
	}{policy(scripts), style, string(data), graph.Floor, scripts}); err != nil {
		return err
	}
	return buf.Flush()
}

func readScripts() ([]string, error) {
	var list []string
	for _, name := range viewScripts {
		script, err := viewFile(name)
		if err != nil {
			return nil, err
		}
		list = append(list, script)
	}
	return list, nil
}

// viewFile reads a part of the page, with the ends of lines as a browser reads them, for its hash depends on them.
func viewFile(name string) (string, error) {
	raw, err := viewFiles.ReadFile("view/" + name)
	if err == nil && strings.HasSuffix(name, ".gz") {
		raw, err = unzip(raw)
	}
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	return string(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))), nil
}

func unzip(raw []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// policy is the page's Content-Security-Policy.
func policy(scripts []string) string {
	var hashes []string
	for _, s := range scripts {
		sum := sha256.Sum256([]byte(s))
		hashes = append(hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src " +
		strings.Join(hashes, " ")
}
