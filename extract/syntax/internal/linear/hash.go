package linear

// Key is a hashed feature: its template and the values it looks at.
type Key = uint64

const (
	mulA = 0x9E3779B97F4A7C15
	mulB = 0xC2B2AE3D27D4EB4F
)

// Mix1 makes the key of template t over one value.
func Mix1(t, a uint64) Key { return finish((a + t*mulB) * mulA) }

// Mix2 makes the key of template t over two values; their order matters.
func Mix2(t, a, b uint64) Key { return finish(((a+t*mulB)*mulA ^ b) * mulB) }

// Mix3 makes the key of template t over three values; their order matters.
func Mix3(t, a, b, c uint64) Key {
	h := ((a+t*mulB)*mulA ^ b) * mulB
	return finish((h ^ h>>29 ^ c) * mulA)
}

// Mix4 makes the key of template t over four values; their order matters.
func Mix4(t, a, b, c, d uint64) Key {
	h := ((a+t*mulB)*mulA ^ b) * mulB
	h = (h ^ h>>29 ^ c) * mulA
	return finish((h ^ h>>31 ^ d) * mulB)
}

func finish(h uint64) uint64 {
	h ^= h >> 32
	h *= mulA
	return h ^ h>>29
}

// Hash hashes the bytes of a string (FNV-1a, 64 bits).
func Hash[S string | []byte](s S) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
