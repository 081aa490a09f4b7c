package clause

// Clefts: "What Mongolia wants is a route", "It was Malta that vetoed it".

// mendClefts gives "What Mongolia wants is a route" and "It was Malta that vetoed …" the tree of the plain sentence.
func (b *builder) mendClefts() bool {
	return false
}
