// What a Neo4j database needs before statements are loaded, made on first use.
// Plain Community Edition: uniqueness constraints only, each of which brings a range index, and indexes by which
// near-copies of documents are found. Ids are short; names and texts are never indexed, for range-index keys end near 8 kB.
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
CREATE INDEX stancegraph_story IF NOT EXISTS FOR (n:Document) ON (n.story);
CREATE INDEX stancegraph_bucket_0 IF NOT EXISTS FOR (n:Document) ON (n.near_0, n.story, n.id);
CREATE INDEX stancegraph_bucket_1 IF NOT EXISTS FOR (n:Document) ON (n.near_1, n.story, n.id);
CREATE INDEX stancegraph_bucket_2 IF NOT EXISTS FOR (n:Document) ON (n.near_2, n.story, n.id);
CREATE INDEX stancegraph_bucket_3 IF NOT EXISTS FOR (n:Document) ON (n.near_3, n.story, n.id);
CREATE INDEX stancegraph_bucket_4 IF NOT EXISTS FOR (n:Document) ON (n.near_4, n.story, n.id);
CREATE INDEX stancegraph_bucket_5 IF NOT EXISTS FOR (n:Document) ON (n.near_5, n.story, n.id);
CREATE INDEX stancegraph_bucket_6 IF NOT EXISTS FOR (n:Document) ON (n.near_6, n.story, n.id);
CREATE INDEX stancegraph_bucket_7 IF NOT EXISTS FOR (n:Document) ON (n.near_7, n.story, n.id);
CREATE INDEX stancegraph_bucket_8 IF NOT EXISTS FOR (n:Document) ON (n.near_8, n.story, n.id);
CREATE INDEX stancegraph_bucket_9 IF NOT EXISTS FOR (n:Document) ON (n.near_9, n.story, n.id);
CREATE INDEX stancegraph_bucket_10 IF NOT EXISTS FOR (n:Document) ON (n.near_10, n.story, n.id);
CREATE INDEX stancegraph_bucket_11 IF NOT EXISTS FOR (n:Document) ON (n.near_11, n.story, n.id);
CREATE INDEX stancegraph_bucket_12 IF NOT EXISTS FOR (n:Document) ON (n.near_12, n.story, n.id);
CREATE INDEX stancegraph_bucket_13 IF NOT EXISTS FOR (n:Document) ON (n.near_13, n.story, n.id);
CREATE INDEX stancegraph_bucket_14 IF NOT EXISTS FOR (n:Document) ON (n.near_14, n.story, n.id);
CREATE INDEX stancegraph_bucket_15 IF NOT EXISTS FOR (n:Document) ON (n.near_15, n.story, n.id);
