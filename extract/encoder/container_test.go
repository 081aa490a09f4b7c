package encoder

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"math"
	"strings"
	"testing"
)

// parts are what a container is built of in tests.
type parts struct {
	meta    map[string]any
	tensors []tensor
	data    []byte
}

func (p *parts) add(name, dtype string, data []byte, shape ...int) {
	p.data = append(p.data, make([]byte, (align-len(p.data)%align)%align)...)
	p.tensors = append(p.tensors, tensor{Name: name, Type: dtype, Shape: shape, Offset: len(p.data)})
	p.data = append(p.data, data...)
}

func (p *parts) floats(name string, x []float32, shape ...int) {
	var data []byte
	for _, v := range x {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
	}
	p.add(name, "float32", data, shape...)
}

func (p *parts) file(t testing.TB) []byte {
	t.Helper()
	header, err := json.Marshal(map[string]any{"meta": p.meta, "tensors": p.tensors})
	if err != nil {
		t.Fatal(err)
	}
	return container(header, p.data)
}

func container(header, data []byte) []byte {
	out := append(make([]byte, prefix), header...)
	out = append(out, make([]byte, (align-len(out)%align)%align)...)
	out = append(out, data...)
	copy(out, magic)
	binary.LittleEndian.PutUint32(out[8:], version)
	binary.LittleEndian.PutUint32(out[16:], uint32(len(header)))
	return sealed(out)
}

// sealed corrects the checksum.
func sealed(file []byte) []byte {
	binary.LittleEndian.PutUint32(file[12:], crc32.ChecksumIEEE(file[16:]))
	return file
}

func TestContainer(t *testing.T) {
	p := &parts{meta: map[string]any{"size": map[string]int{"n": 3}}}
	p.add("bytes", "int8", []byte{1, 255, 127, 128, 0, 7}, 2, 3)
	p.floats("numbers", []float32{0.5, -2}, 2)
	p.add("words", "text", []byte("a\nb"), 3)
	f, err := Read(p.file(t))
	if err != nil {
		t.Fatal(err)
	}
	if x, err := f.Int8("bytes", 2, 3); err != nil || x[1] != -1 || x[3] != -128 || len(x) != 6 {
		t.Error(x, err)
	}
	if x, err := f.Float32("numbers", 2); err != nil || x[0] != 0.5 || x[1] != -2 {
		t.Error(x, err)
	}
	if s, err := f.Text("words"); err != nil || s != "a\nb" {
		t.Error(s, err)
	}
	var size struct{ N int }
	if err := f.Meta("size", &size); err != nil || size.N != 3 {
		t.Error(size, err)
	}
	for name, err := range map[string]error{
		"no such tensor": second(f.Int8("none", 1)),
		"other type":     second(f.Float32("bytes", 2, 3)),
		"other shape":    second(f.Int8("bytes", 3, 2)),
		"no such text":   second(f.Text("none")),
		"no such meta":   f.Meta("none", &size),
		"unknown field":  f.Meta("size", &struct{ M int }{}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestDamagedFiles(t *testing.T) {
	good := tiny(t)
	for n := 0; n < len(good); n += 1 + n/50 {
		if _, err := Open(good[:n]); err == nil {
			t.Fatalf("cut to %d bytes: no error", n)
		}
		bad := append([]byte(nil), good...)
		bad[n] ^= 0x10
		if _, err := Open(bad); err == nil {
			t.Fatalf("byte %d changed: no error", n)
		}
	}
}

func TestBadHeaders(t *testing.T) {
	one := func(tensor string) string { return `{"meta":{},"tensors":[` + tensor + `]}` }
	for _, tt := range []struct{ name, header, want string }{
		{"no JSON", `{`, "header"},
		{"unknown field", `{"metas":{}}`, "unknown field"},
		{"unknown type", one(`{"name":"a","dtype":"int4","shape":[1],"offset":0}`), "dtype"},
		{"no shape", one(`{"name":"a","dtype":"int8","shape":[],"offset":0}`), "no shape"},
		{"zero", one(`{"name":"a","dtype":"int8","shape":[0,2],"offset":0}`), "shape"},
		{"negative", one(`{"name":"a","dtype":"int8","shape":[-1,-2],"offset":0}`), "shape"},
		{"too large", one(`{"name":"a","dtype":"int8","shape":[65],"offset":0}`), "shape"},
		{"size overflows", one(`{"name":"a","dtype":"int8","shape":[` + strings.Repeat("16,", 16) + `16],"offset":0}`),
			"shape"},
		{"before the data", one(`{"name":"a","dtype":"int8","shape":[1],"offset":-1}`), "beyond"},
		{"behind the data", one(`{"name":"a","dtype":"int8","shape":[60],"offset":5}`), "beyond"},
		{"offset overflows", one(`{"name":"a","dtype":"int8","shape":[1],"offset":9223372036854775807}`), "beyond"},
		{"twice", one(strings.Repeat(`{"name":"a","dtype":"int8","shape":[1],"offset":0},`, 2) +
			`{"name":"b","dtype":"int8","shape":[1],"offset":0}`), "twice"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(container([]byte(tt.header), make([]byte, 64)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one about %q", err, tt.want)
			}
		})
	}
	file := container([]byte(one("")), nil)
	binary.LittleEndian.PutUint32(file[16:], math.MaxUint32)
	if _, err := Read(sealed(file)); err == nil {
		t.Error("a header longer than the file: no error")
	}
}

func TestValuesMustBeFinite(t *testing.T) {
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		p := &parts{}
		p.floats("x", []float32{1, float32(bad)}, 2)
		f, err := Read(p.file(t))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Float32("x", 2); err == nil {
			t.Errorf("%v: no error", bad)
		}
	}
}

// TestMissingTensor: each tensor of an encoder is needed, in its type and shape.
func TestMissingTensor(t *testing.T) {
	for _, missing := range tinyParts(nil).tensors {
		for name, open := range ways {
			t.Run(missing.Name+" "+name, func(t *testing.T) {
				p := tinyParts(nil)
				for i := range p.tensors {
					if p.tensors[i].Name == missing.Name {
						p.tensors[i].Name = "other"
					}
				}
				if _, err := open(p.file(t)); err == nil {
					t.Error("no error")
				}
			})
		}
	}
}

func TestBadConfigs(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"no layers":            func(c *Config) { c.Layers = 0 },
		"layers of no tensors": func(c *Config) { c.Layers = 2 },
		"hidden":               func(c *Config) { c.Hidden = 40 },
		"no hidden":            func(c *Config) { c.Hidden = 0 },
		"no heads":             func(c *Config) { c.Heads = 0 },
		"heads do not divide":  func(c *Config) { c.Heads = 3 },
		"small heads":          func(c *Config) { c.Heads = 8 },
		"inner":                func(c *Config) { c.Inner = 20 },
		"other inner":          func(c *Config) { c.Inner = 56 },
		"positions":            func(c *Config) { c.Positions = -1 },
		"huge":                 func(c *Config) { c.Hidden = 1 << 40 },
		"epsilon":              func(c *Config) { c.Epsilon = -1 },
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Open(tinyParts(change).file(t)); err == nil {
				t.Error("no error")
			}
		})
	}
}

// FuzzOpen: whatever the file holds, opening and using it gives values or an error.
func FuzzOpen(f *testing.F) {
	f.Add(tinyParts(nil).file(f))
	f.Add(container([]byte(`{"meta":{},"tensors":[]}`), nil))
	f.Fuzz(func(t *testing.T, file []byte) {
		if len(file) < prefix {
			return
		}
		m, err := Open(sealed(append([]byte(nil), file...)))
		if err != nil {
			return
		}
		ids, _ := m.Pieces([]string{"a", "bc", "[SEP]"})
		s := new(Scratch)
		if hidden, err := m.Encode(ids, nil, s); err == nil && len(hidden) != len(ids)*m.Hidden {
			t.Fatalf("%d values for %d pieces", len(hidden), len(ids))
		}
	})
}
