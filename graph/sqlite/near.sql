-- Near-copies among documents. near is the NEAR_DUPLICATE_OF edges; band files documents under the keys of their
-- sketches, and is no part of the graph.
ALTER TABLE document ADD COLUMN sketch TEXT;
ALTER TABLE document ADD COLUMN story TEXT; -- id of the cluster
UPDATE document SET story = id;
CREATE INDEX document_story ON document (story);
CREATE TABLE near (
  document TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  "of" TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  similarity REAL,
  PRIMARY KEY (document, "of")
) WITHOUT ROWID;
CREATE INDEX near_of ON near ("of");
CREATE TABLE band (key INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
