//go:build !unix

package main

// ignoreFileLimit has nothing to do here: only Unix ends programs by a signal when a file is at its limit.
func ignoreFileLimit() {}
