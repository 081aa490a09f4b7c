package mention

// A ship sails, it holds no stance: "HMS Kent is committed to the mission" is said of its crew by somebody who is not named.

// readShips notes the names of ships, for later they stand alone: "HMS Kent … Kent". A name that somebody else bears too, as in "USS McCain …
// Senator McCain", is left to him.
func (r *reader) readShips() {
	for _, v := range r.views {
		for i := range v.words {
			if to := r.shipEnd(v, i); to == i+2 && !r.borne(v, i+1) {
				if r.ships == nil {
					r.ships = map[string]bool{}
				}
				r.ships[v.low[i+1]] = true
			}
		}
	}
}

// borne: the name at i is in the lists, or stands somewhere in the text behind another capitalised word that is no ship's prefix.
func (r *reader) borne(v *view, i int) bool {
	if _, known := v.m.At(i); known {
		return true
	}
	if _, known := r.l.Surname(v.words[i]); known {
		return true
	}
	for _, u := range r.views {
		for k := 1; k < len(u.words); k++ {
			if u.low[k] == v.low[i] && u.capital(k-1) && !shipPrefix[u.words[k-1]] && !shortShipPrefix[u.words[k-1]] {
				return true
			}
		}
	}
	return false
}

// shipEnd is the token after the name of a ship that begins with its prefix at i, 0 without.
func (r *reader) shipEnd(v *view, i int) int {
	if v.noCase || !v.capital(i+1) || !shipPrefix[v.words[i]] && !(shortShipPrefix[v.words[i]] && r.atSea()) {
		return 0
	}
	if hit, ok := v.m.At(i + 1); ok { // "USS Abraham Lincoln"
		return i + 1 + hit.N
	}
	to := i + 2
	for to < len(v.words) && to < i+4 && v.capital(to) && v.proper(to) {
		to++
	}
	return to
}

// atSea: the text speaks of warships.
func (r *reader) atSea() bool {
	for _, v := range r.views {
		for _, w := range v.low {
			if naval[w] {
				return true
			}
		}
	}
	return false
}
