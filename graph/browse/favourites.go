package browse

import (
	"archive/zip"
	"bytes"
	"fmt"
)

// Favourite is one query to be kept in the drawer of Neo4j Browser.
type Favourite struct {
	File string // NAME.cypher
	Text string // its first line is a comment: the name that the drawer shows
}

// Favourites are the queries of the guide.
func Favourites(examples Examples) ([]Favourite, error) {
	drawn, err := pictures(examples)
	if err != nil {
		return nil, err
	}
	shipped, err := asked(examples)
	if err != nil {
		return nil, err
	}
	var list []Favourite
	for _, q := range append(drawn, shipped...) {
		list = append(list, Favourite{File: q.Name + ".cypher", Text: "// " + q.Help + "\n" + q.Text() + "\n"})
	}
	return list, nil
}

// FavouritesZip holds them in a folder, which becomes a folder of the drawer when the file is dropped on the Browser.
// The same favourites give the same bytes.
func FavouritesZip(list []Favourite) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range list {
		w, err := z.Create("stancegraph/" + f.File)
		if err == nil {
			_, err = w.Write([]byte(f.Text))
		}
		if err != nil {
			return nil, fmt.Errorf("write favourites: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write favourites: %w", err)
	}
	return b.Bytes(), nil
}
