package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"unsafe"
)

// The container, little-endian:
//
//	 0  8 bytes  magic "SGTENSOR"
//	 8  uint32   version, 1
//	12  uint32   CRC-32 (IEEE) of all bytes from 16 on
//	16  uint32   n, the length of the header
//	20  n bytes  header: JSON {"meta": {name: any}, "tensors": [{"name", "dtype", "shape", "offset"}]}
//	 …           zeros up to a multiple of 64, where the data begins
//
// dtype is "int8", "float32" or "text" (UTF-8; shape is its length in bytes). Values stand in row-major order, offset
// counts bytes from the beginning of the data.
const (
	magic   = "SGTENSOR"
	version = 1
	prefix  = 20
	align   = 64
)

// File is a container of named tensors. It reads from the bytes it was made of, which must not change.
type File struct {
	meta    map[string]json.RawMessage
	tensors map[string]tensor
}

type tensor struct {
	Name   string `json:"name"`
	Type   string `json:"dtype"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"`
	data   []byte
}

var sizes = map[string]int{"int8": 1, "float32": 4, "text": 1}

// Read checks a container and finds its tensors. Data that is cut, changed or inconsistent is an error.
func Read(data []byte) (*File, error) {
	if len(data) < prefix || string(data[:8]) != magic {
		return nil, errors.New("encoder: not a tensor file")
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != version {
		return nil, fmt.Errorf("encoder: tensor file of version %d, this program reads %d", v, version)
	}
	if crc32.ChecksumIEEE(data[16:]) != binary.LittleEndian.Uint32(data[12:]) {
		return nil, errors.New("encoder: the tensor file is damaged: its checksum does not fit")
	}
	n := uint64(binary.LittleEndian.Uint32(data[16:]))
	start := (prefix + n + align - 1) / align * align
	if start > uint64(len(data)) {
		return nil, errors.New("encoder: the tensor file's header is cut short")
	}
	var header struct {
		Meta    map[string]json.RawMessage `json:"meta"`
		Tensors []tensor                   `json:"tensors"`
	}
	if err := strict(data[prefix:prefix+n], &header); err != nil {
		return nil, fmt.Errorf("encoder: header of the tensor file: %w", err)
	}
	f := &File{meta: header.Meta, tensors: map[string]tensor{}}
	for _, t := range header.Tensors {
		if _, twice := f.tensors[t.Name]; twice {
			return nil, fmt.Errorf("encoder: tensor %q stands twice in the file", t.Name)
		}
		if err := t.locate(data[start:]); err != nil {
			return nil, fmt.Errorf("encoder: tensor %q: %w", t.Name, err)
		}
		f.tensors[t.Name] = t
	}
	return f, nil
}

func (t *tensor) locate(data []byte) error {
	size, ok := sizes[t.Type]
	if !ok {
		return fmt.Errorf("unknown dtype %q", t.Type)
	}
	if len(t.Shape) == 0 {
		return errors.New("no shape")
	}
	for _, n := range t.Shape {
		if n < 1 || n > len(data)/size {
			return fmt.Errorf("shape %v does not fit in the file", t.Shape)
		}
		size *= n
	}
	if t.Offset < 0 || t.Offset > len(data)-size {
		return fmt.Errorf("%d bytes at %d are beyond the end of the file", size, t.Offset)
	}
	t.data = data[t.Offset : t.Offset+size : t.Offset+size]
	return nil
}

// Meta decodes the hyper-parameters of that name. Unknown fields are an error.
func (f *File) Meta(name string, into any) error {
	raw, ok := f.meta[name]
	if !ok {
		return fmt.Errorf("encoder: the tensor file has no meta %q", name)
	}
	if err := strict(raw, into); err != nil {
		return fmt.Errorf("encoder: meta %q: %w", name, err)
	}
	return nil
}

func strict(raw []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

// Shape returns the shape of a tensor, nil where there is none of that name.
func (f *File) Shape(name string) []int { return slices.Clone(f.tensors[name].Shape) }

// Int8 returns an int8 tensor, without copying; the shape must be this one.
func (f *File) Int8(name string, shape ...int) ([]int8, error) {
	data, err := f.find(name, "int8", shape)
	if err != nil {
		return nil, err
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&data[0])), len(data)), nil
}

// Float32 returns a copy of a float32 tensor; the shape must be this one. Values that are not finite are an error.
func (f *File) Float32(name string, shape ...int) ([]float32, error) {
	data, err := f.find(name, "float32", shape)
	if err != nil {
		return nil, err
	}
	out := make([]float32, len(data)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		if x := float64(out[i]); math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, fmt.Errorf("encoder: tensor %q has %v at %d", name, x, i)
		}
	}
	return out, nil
}

// Text returns a text.
func (f *File) Text(name string) (string, error) {
	data, err := f.find(name, "text", f.tensors[name].Shape)
	return string(data), err
}

func (f *File) find(name, dtype string, shape []int) ([]byte, error) {
	t, ok := f.tensors[name]
	switch {
	case !ok:
		return nil, fmt.Errorf("encoder: the tensor file has no %q", name)
	case t.Type != dtype:
		return nil, fmt.Errorf("encoder: tensor %q is %s, wanted %s", name, t.Type, dtype)
	case !slices.Equal(t.Shape, shape):
		return nil, fmt.Errorf("encoder: tensor %q has shape %v, wanted %v", name, t.Shape, shape)
	}
	return t.data, nil
}
