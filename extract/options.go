package extract

import (
	"fmt"
	"io/fs"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/rule"
)

// Option changes how an Extractor works.
type Option func(*options) error

type options struct {
	noInferred     bool
	minConfidence  float64
	ownRules       *rule.Set
	noBuiltinRules bool
	noReader       bool
	names          *lexicon.Lexicon
}

// WithoutInferred leaves out statements that no word says but that follow from others.
func WithoutInferred() Option {
	return func(o *options) error { o.noInferred = true; return nil }
}

// WithMinConfidence leaves out statements below the confidence, 0 to 1, instead of those below judge.Floor.
func WithMinConfidence(min float64) Option {
	return func(o *options) error {
		if min < 0 || min > 1 {
			return fmt.Errorf("minimal confidence %v does not lie between 0 and 1", min)
		}
		o.minConfidence = min
		return nil
	}
}

// WithRules adds the rules of a folder to the built-in ones. A rule takes the place of a built-in one that has its name.
func WithRules(files fs.FS) Option {
	return func(o *options) (err error) {
		if o.ownRules, err = rule.Load(files); err != nil {
			return err
		}
		for i := range o.ownRules.Rules {
			o.ownRules.Rules[i].Own = true
		}
		return nil
	}
}

// WithoutBuiltinRules leaves out the rules that come with the program, so that only those of WithRules are used.
func WithoutBuiltinRules() Option {
	return func(o *options) error { o.noBuiltinRules = true; return nil }
}

// WithoutReader leaves the rules alone to propose candidates: quicker, and every statement has a rule's example to it.
func WithoutReader() Option {
	return func(o *options) error { o.noReader = true; return nil }
}

// WithNames takes another lexicon of names, for instance one that a user's own names were added to.
func WithNames(l *lexicon.Lexicon) Option {
	return func(o *options) error { o.names = l; return nil }
}
