package graph

import (
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sketch is a short summary of a text, by which near-duplicates are found and compared without the texts: for each of
// some hash functions the least hash of the text's shingles (MinHash, Broder 1997). The share of places in which two
// sketches agree estimates the share of shingles that the texts have in common. Of each least hash 16 bits are kept.
//
// Stores hold sketches: a change of anything here must raise sketchVersion.

const (
	sketchVersion = "1"
	shingleWords  = 5  // a shingle is so many words in a row
	fewestShingle = 40 // shorter texts get no sketch: a few sentences may be in any text
	sketchHashes  = 96

	// Candidates are the documents that agree in all rows of one band at least. Two texts that share half of
	// their shingles share a band in 99 of 100 cases, a third in 85, a hundredth in less than 2 of 1000.
	sketchBands = 16
	bandRows    = 2
)

// Bands are keys by which the sketches of near-duplicates meet.
type Bands [sketchBands]int64

// sketch is a decoded sketch.
type sketch struct {
	shingles int // how many different ones the text has
	least    [sketchHashes]uint16
}

// newSketch is the sketch of a text, in writing; "" where the text is too short.
//
// A shingle that recurs in the text is left out: it is a formula (a caption, a refrain, a template), which says nothing
// of whether two texts are near-duplicates.
func newSketch(text string) string {
	once := uniqueShingles(text)
	if len(once) < fewestShingle {
		return ""
	}
	s := sketch{shingles: len(once)}
	for i := 0; i < sketchHashes; i += 4 { // four at once: the minima do not depend on each other
		f := sketchFunctions[i : i+4]
		a, b, c, d := ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)
		for _, h := range once {
			a = min(a, (h+f[0].add)*f[0].multiply)
			b = min(b, (h+f[1].add)*f[1].multiply)
			c = min(c, (h+f[2].add)*f[2].multiply)
			d = min(d, (h+f[3].add)*f[3].multiply)
		}
		for j, least := range [...]uint64{a, b, c, d} {
			s.least[i+j] = uint16(least >> 32) // the highest bits of a minimum are 0, the lowest ones badly mixed
		}
	}
	return s.encode()
}

// uniqueShingles are the hashes of the shingles that a text has once.
func uniqueShingles(text string) []uint64 {
	words := wordHashes(text)
	var all []uint64
	for i := range max(len(words)-shingleWords+1, 0) {
		h := uint64(0)
		for _, w := range words[i : i+shingleWords] {
			h = mix(h*31 + w)
		}
		all = append(all, h)
	}
	slices.Sort(all)
	once := all[:0]
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j] == all[i] {
			j++
		}
		if j == i+1 {
			once = append(once, all[i])
		}
		i = j
	}
	return once
}

// wordHashes hashes each run of letters and digits, in lower case.
func wordHashes(text string) []uint64 {
	const start, prime = 14695981039346656037, 1099511628211 // FNV-1a
	var words []uint64
	h := uint64(start)
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && ('a' <= r && r <= 'z' || '0' <= r && r <= '9'):
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = unicode.ToLower(r)
		default:
			if h != start {
				words = append(words, mix(h))
			}
			h = start
			continue
		}
		h = (h ^ uint64(r)) * prime
	}
	if h != start {
		words = append(words, mix(h))
	}
	return words
}

// mix spreads each bit over all (the end of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

type sketchFunction struct{ add, multiply uint64 }

// sketchFunctions must never change: stores hold sketches made by them.
var sketchFunctions = func() (list [sketchHashes]sketchFunction) {
	for i := range list {
		list[i] = sketchFunction{mix(uint64(2*i + 1)), mix(uint64(2*i+2)) | 1}
	}
	return list
}()

// encode writes a sketch as "version:shingles:least hashes in base 64".
func (s sketch) encode() string {
	var b []byte
	for _, v := range s.least {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return sketchVersion + ":" + strconv.Itoa(s.shingles) + ":" + base64.RawStdEncoding.EncodeToString(b)
}

// decodeSketch reads a sketch; false where there is none, or one of another version.
func decodeSketch(text string) (s sketch, ok bool) {
	rest, ok := strings.CutPrefix(text, sketchVersion+":")
	if !ok {
		return s, false
	}
	shingles, least, _ := strings.Cut(rest, ":")
	n, err := strconv.Atoi(shingles)
	b, err2 := base64.RawStdEncoding.DecodeString(least)
	if err != nil || err2 != nil || n <= 0 || len(b) != 2*sketchHashes {
		return s, false
	}
	s.shingles = n
	for i := range s.least {
		s.least[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return s, true
}

// BandsOf gives the keys of a Document's property "sketch"; false where it has none.
func BandsOf(text string) (Bands, bool) {
	s, ok := decodeSketch(text)
	return s.bands(), ok
}

// BandOf tells which of the Bands a key is.
func BandOf(key int64) int { return int(key >> (16 * bandRows)) }

func (s sketch) bands() (keys Bands) {
	for i := range keys {
		key := int64(i)
		for _, v := range s.least[i*bandRows : (i+1)*bandRows] {
			key = key<<16 | int64(v)
		}
		keys[i] = key
	}
	return keys
}

// Two texts are near-duplicates when minContainment of the shorter one's shingles are in the longer one, and minJaccard
// of all that both have is common to both: a sketch says too little of a text that is many times longer.
const (
	minContainment = 70 // of 100
	minJaccard     = 20
)

// compare says whether two sketches are of near-duplicates, and estimates which share of the shorter text's shingles is
// in the longer one, in hundredths. It is symmetric. It counts in whole numbers, so that all machines agree.
func (s sketch) compare(t sketch) (shared int, near bool) {
	same := 0
	for i := range s.least {
		if s.least[i] == t.least[i] {
			same++
		}
	}
	// With same/hashes for J, the common shingles are J/(1+J) of the sum of both.
	shorter := min(s.shingles, t.shingles)
	if shorter == 0 {
		return 0, false
	}
	shared = min(100*same*(s.shingles+t.shingles)/((sketchHashes+same)*shorter), 100)
	if shared < minContainment || 100*same < minJaccard*sketchHashes {
		return shared, false
	}
	mine, theirs := s.bands(), t.bands()
	for i := range mine {
		if mine[i] == theirs[i] {
			return shared, true
		}
	}
	return shared, false
}
