// Package graph turns statements into a property graph and says what a store of that graph must do.
//
// The reified Statement is the authoritative record: it points to its holder, its target, its sayer and the
// sentence that is its evidence. Direct edges between actors (SUPPORTS, NOT_SUPPORTS, WANTS …) are a projection,
// computed from the statements and refreshed whenever these change.
//
//	(:Statement)-[:HOLDER|TARGET|ABOUT|SAID_BY|ON_BEHALF_OF]->(:Actor)    TARGET also to (:Issue)
//	(:Statement)-[:EVIDENCE]->(:Sentence)-[:IN_TURN]->(:Turn)-[:IN_DOCUMENT]->(:Document)-[:PUBLISHED_BY]->(:Source)
//	(:Statement)-[:CONTRASTS_WITH]->(:Statement)   (:Actor)-[:AFFILIATED_WITH|MEMBER_OF]->(:Actor)
//	(:Actor)-[:SUPPORTS|NOT_SUPPORTS|WANTS …]->(:Actor|:Issue)            derived
//
// Documents, turns, sentences and statements belong to one document. Actors, issues, sources and the
// relations between actors are shared: each document asserts a part of them, the document keeps what it
// asserts, and the shared node counts its claims. So a document can be removed without a trace.
//
// The flow of data: schema.Extraction → Part (what one document says) → Build, or Apply into a Store.
package graph
