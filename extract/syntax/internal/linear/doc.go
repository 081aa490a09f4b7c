// Package linear holds sparse linear classifiers over hashed features: an averaged perceptron that
// learns them, and a small frozen form, read-only and fast, that is what a model file stores.
package linear
