package sqlite_test

import (
	"sync"
	"testing"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// A fault makes one of the calls fail by which SQLite uses its files, or cuts the power at it.
type fault struct {
	op      string // read, write or sync
	at      int    // the number of the call that fails, from 1 on
	forever bool   // all later calls of the kind fail too, as on a disk that is gone
	code    int32  // result of SQLite

	// lost stands for a power cut: the write is lost without an error, as later ones may reach a disk before earlier
	// ones, and all calls from the next sync or read on fail, before anybody can see that. With forever, all calls
	// from the write on fail.
	lost bool

	calls int  // of the kind, until now
	cut   bool // the call at was reached
	off   bool // the power is off
}

// faulty is the file system of SQLite with a fault. It is the default one of the process while a test uses it, so tests
// with faults run alone.
var faulty struct {
	sync.Mutex
	fault   *fault
	vfs     sqlite3.Tsqlite3_vfs
	real    uintptr                                                      // the system's own
	methods map[uintptr]*sqlite3.Tsqlite3_io_methods                     // ours by theirs
	theirs  map[*sqlite3.Tsqlite3_io_methods]sqlite3.Tsqlite3_io_methods // the other way round
}

// at gives what lies at an address that SQLite gave.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

func addressOf[T any](p *T) uintptr { return uintptr(unsafe.Pointer(p)) }

// function gives a function by its address, and address the other way round, as the driver's C functions are called.
func function[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&struct{ uintptr }{address})) }

func address[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&struct{ f F }{f})) }

type (
	openFunc   = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32
	moveFunc   = func(tls *libc.TLS, file, buf uintptr, n int32, offset int64) int32
	syncFunc   = func(tls *libc.TLS, file uintptr, flags int32) int32
	deleteFunc = func(tls *libc.TLS, vfs, name uintptr, sync int32) int32
	sizeFunc   = func(tls *libc.TLS, file uintptr, size int64) int32
)

// useFaults puts the faulty file system in the place of the system's for the time of a test.
func useFaults(t *testing.T) {
	t.Helper()
	tls := libc.NewTLS()
	t.Cleanup(tls.Close)
	if rc := sqlite3.Xsqlite3_initialize(tls); rc != sqlite3.SQLITE_OK {
		t.Fatalf("sqlite3_initialize: %d", rc)
	}
	if faulty.real == 0 {
		faulty.real = sqlite3.Xsqlite3_vfs_find(tls, 0)
		faulty.vfs = *at[sqlite3.Tsqlite3_vfs](faulty.real)
		name, err := libc.CString("faulty")
		if err != nil {
			t.Fatal(err)
		}
		faulty.vfs.FzName, faulty.vfs.FpNext = name, 0
		faulty.vfs.FxOpen, faulty.vfs.FxDelete = address[openFunc](faultyOpen), address[deleteFunc](faultyDelete)
		faulty.methods = map[uintptr]*sqlite3.Tsqlite3_io_methods{}
		faulty.theirs = map[*sqlite3.Tsqlite3_io_methods]sqlite3.Tsqlite3_io_methods{}
	}
	if rc := sqlite3.Xsqlite3_vfs_register(tls, addressOf(&faulty.vfs), 1); rc != sqlite3.SQLITE_OK {
		t.Fatalf("sqlite3_vfs_register: %d", rc)
	}
	t.Cleanup(func() { sqlite3.Xsqlite3_vfs_register(tls, faulty.real, 1) })
}

// inject runs something with a fault, and says how many calls of its kind there were.
func inject(f fault, do func()) (calls int, reached bool) {
	set := func(f *fault) {
		faulty.Lock()
		defer faulty.Unlock()
		faulty.fault = f
	}
	set(&f)
	defer set(nil)
	do()
	faulty.Lock()
	defer faulty.Unlock()
	return f.calls, f.cut
}

// hit counts a call, and says whether it fails, with the result to give.
func hit(op string) (code int32, fails bool) {
	faulty.Lock()
	defer faulty.Unlock()
	f := faulty.fault
	switch {
	case f == nil:
		return 0, false
	case op == f.op:
		f.calls++
		f.cut = f.cut || f.calls == f.at
	}
	if f.lost {
		f.off = f.off || f.cut && (f.forever || op != f.op)
		if f.off {
			return sqlite3.SQLITE_IOERR, true
		}
		return sqlite3.SQLITE_OK, op == f.op && f.calls == f.at
	}
	return f.code, op == f.op && (f.calls == f.at || f.forever && f.cut)
}

// faultyOpen opens a file whose methods are ours.
func faultyOpen(tls *libc.TLS, _, name, file uintptr, flags int32, out uintptr) int32 {
	rc := function[openFunc](at[sqlite3.Tsqlite3_vfs](faulty.real).FxOpen)(tls, faulty.real, name, file, flags, out)
	methods := at[uintptr](file)
	if rc != sqlite3.SQLITE_OK || *methods == 0 {
		return rc
	}
	faulty.Lock()
	defer faulty.Unlock()
	ours, known := faulty.methods[*methods]
	if !known {
		theirs := *at[sqlite3.Tsqlite3_io_methods](*methods)
		ours = new(theirs)
		ours.FxRead, ours.FxWrite = address[moveFunc](faultyRead), address[moveFunc](faultyWrite)
		ours.FxSync, ours.FxTruncate = address[syncFunc](faultySync), address[sizeFunc](faultyTruncate)
		faulty.methods[*methods], faulty.theirs[ours] = ours, theirs
	}
	*methods = addressOf(ours)
	return rc
}

// theirs are the system's methods of a file.
func theirs(file uintptr) sqlite3.Tsqlite3_io_methods {
	faulty.Lock()
	defer faulty.Unlock()
	return faulty.theirs[at[sqlite3.Tsqlite3_io_methods](*at[uintptr](file))]
}

func faultyRead(tls *libc.TLS, file, buf uintptr, n int32, offset int64) int32 {
	if code, fails := hit("read"); fails {
		return code
	}
	return function[moveFunc](theirs(file).FxRead)(tls, file, buf, n, offset)
}

// faultyWrite writes half of what it fails to write.
func faultyWrite(tls *libc.TLS, file, buf uintptr, n int32, offset int64) int32 {
	write := function[moveFunc](theirs(file).FxWrite)
	code, fails := hit("write")
	if !fails {
		return write(tls, file, buf, n, offset)
	}
	if code != 0 && n > 1 {
		write(tls, file, buf, n/2, offset)
	}
	return code
}

func faultySync(tls *libc.TLS, file uintptr, flags int32) int32 {
	if code, fails := hit("sync"); fails {
		return code
	}
	return function[syncFunc](theirs(file).FxSync)(tls, file, flags)
}

func faultyTruncate(tls *libc.TLS, file uintptr, size int64) int32 {
	if code, fails := hit("truncate"); fails {
		return code
	}
	return function[sizeFunc](theirs(file).FxTruncate)(tls, file, size)
}

func faultyDelete(tls *libc.TLS, _, name uintptr, sync int32) int32 {
	if code, fails := hit("delete"); fails {
		return code
	}
	return function[deleteFunc](at[sqlite3.Tsqlite3_vfs](faulty.real).FxDelete)(tls, faulty.real, name, sync)
}

// String names the kind.
func (f fault) String() string {
	kind := f.op + " fails"
	switch {
	case f.lost:
		kind = "power cut"
	case f.code == sqlite3.SQLITE_FULL:
		kind = "no room"
	}
	if f.forever {
		return kind + " from then on"
	}
	return kind
}
