package mention

// A ship sails, it holds no stance: "HMS Kent is committed to the mission" is said of its crew by somebody who is not named.

// readShips notes the names of ships, for later they stand alone: "FS Forbin … Forbin".
func (r *reader) readShips() {
	for _, v := range r.views {
		for i := range v.words {
			if to := r.shipEnd(v, i); to == i+2 {
				if r.ships == nil {
					r.ships = map[string]bool{}
				}
				r.ships[v.low[i+1]] = true
			}
		}
	}
}

// shipEnd is the token after the name of a ship that begins with its prefix at i, 0 without.
func (r *reader) shipEnd(v *view, i int) int {
	if v.noCase || !shipPrefix[v.words[i]] || !v.capital(i+1) {
		return 0
	}
	if hit, ok := v.m.At(i + 1); ok { // "FS Charles de Gaulle"
		return i + 1 + hit.N
	}
	to := i + 2
	for to < len(v.words) && to < i+4 && v.capital(to) && v.proper(to) {
		to++
	}
	return to
}
