// Package schema holds the words that everything in stancegraph speaks: documents, spans, sentences,
// tokens, mentions, actors, clauses and statements. It imports only the standard library.
//
// Example: of the Document that reads "Turkey wants a buffer zone but Russia and Iran
// want the Syrian government to retain control", the Sentence has the Mentions Turkey, Russia, Iran and
// "the Syrian government", each meaning an Actor; two Clauses with the predicate "want"; and three
// Statements: Turkey WANTS the issue "a buffer zone", Russia and Iran each WANT "the Syrian government
// to retain control", with Syria in About. Each has its sentence, its cue and its spans.
//
// Only Statement, what it is made of, and Span have a JSON form: they are published, by extract and by the graph's
// stores. The other types pass between stages inside the program.
package schema
