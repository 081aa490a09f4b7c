// What a Neo4j database needs before statements are loaded, made on first use.
// Plain Community Edition: uniqueness constraints only, each of which brings a range index. Ids are short;
// names and texts are never indexed, for range-index keys end near 8 kB.
CREATE CONSTRAINT stancegraph_source IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_document IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_turn IF NOT EXISTS FOR (n:Turn) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_sentence IF NOT EXISTS FOR (n:Sentence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_actor IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_issue IF NOT EXISTS FOR (n:Issue) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_statement IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_run IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_store IF NOT EXISTS FOR (n:Stancegraph) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_decision IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stancegraph_original IF NOT EXISTS FOR (n:Original) REQUIRE n.id IS UNIQUE;
