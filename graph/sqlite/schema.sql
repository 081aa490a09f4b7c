-- Version 1 of the store. Columns are named like the graph's properties; lists are JSON arrays.
-- What one edge says of a statement (holder, target, sayer, sentence) is a column of it; a test ties
-- the columns to the graph's closed tables.

CREATE TABLE source (
  id TEXT PRIMARY KEY, name TEXT, aliases TEXT, names TEXT, claims TEXT
);
CREATE TABLE document (
  id TEXT PRIMARY KEY, sha256 TEXT, title TEXT, date TEXT, dateSource TEXT, url TEXT, kind TEXT, hash TEXT, asserts TEXT,
  source TEXT REFERENCES source DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE turn (
  id TEXT PRIMARY KEY, "index" INTEGER, kind TEXT, start INTEGER, "end" INTEGER, speaker TEXT, title TEXT, country TEXT,
  outlet TEXT, startMs INTEGER, endMs INTEGER,
  document TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE sentence (
  id TEXT PRIMARY KEY, "index" INTEGER, start INTEGER, "end" INTEGER, text TEXT,
  document TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  turn TEXT -- of the same document, and gone with it: a foreign key would cost one more index
);
CREATE TABLE actor (
  id TEXT PRIMARY KEY, kindLabel TEXT, name TEXT, aliases TEXT, sector TEXT, names TEXT, claims TEXT
);
CREATE TABLE issue (
  id TEXT PRIMARY KEY, name TEXT, aliases TEXT, names TEXT, claims TEXT
);
CREATE TABLE statement (
  id TEXT PRIMARY KEY, type TEXT, polarity INTEGER, intensity REAL, negated INTEGER, modality TEXT, phase TEXT,
  attribution TEXT, cue TEXT, cueStart INTEGER, cueEnd INTEGER, rule TEXT, confidence REAL, inferred INTEGER,
  inferredFrom TEXT, date TEXT, dateSource TEXT, exact TEXT, start INTEGER, "end" INTEGER,
  sentence TEXT NOT NULL REFERENCES sentence DEFERRABLE INITIALLY DEFERRED,
  holder TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  holderText TEXT, holderStart INTEGER, holderEnd INTEGER,
  targetActor TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  targetIssue TEXT REFERENCES issue DEFERRABLE INITIALLY DEFERRED,
  targetText TEXT, targetStart INTEGER, targetEnd INTEGER,
  sayer TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  sayerText TEXT, sayerStart INTEGER, sayerEnd INTEGER,
  onBehalfOf TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  onBehalfOfText TEXT, onBehalfOfStart INTEGER, onBehalfOfEnd INTEGER,
  CHECK ((targetActor IS NULL) <> (targetIssue IS NULL))
);
CREATE TABLE about (
  statement TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
  actor TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  sign INTEGER, text TEXT, start INTEGER, "end" INTEGER,
  PRIMARY KEY (statement, actor)
) WITHOUT ROWID;
CREATE TABLE contrast (
  statement TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
  cue TEXT,
  PRIMARY KEY (statement, other)
) WITHOUT ROWID;
CREATE TABLE affiliation (
  actor TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  "of" TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL, n INTEGER,
  PRIMARY KEY (actor, "of", role)
) WITHOUT ROWID;
CREATE TABLE member (
  actor TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  "of" TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  n INTEGER,
  PRIMARY KEY (actor, "of")
) WITHOUT ROWID;

-- The projection: one row for each type, pair and variant. targetLabel is Actor or Issue.
CREATE TABLE stance (
  holder TEXT NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL, targetLabel TEXT NOT NULL, target TEXT NOT NULL, variant TEXT NOT NULL,
  derived INTEGER, n INTEGER, sources TEXT, first TEXT, last TEXT, latest TEXT, latestAt TEXT, confidence REAL,
  planned INTEGER, ended INTEGER, inferred INTEGER, claimed INTEGER, sayers TEXT,
  PRIMARY KEY (holder, type, targetLabel, target, variant)
) WITHOUT ROWID;

-- Loads, and which documents each changed last; not part of the graph.
CREATE TABLE run (id TEXT PRIMARY KEY, loaded TEXT);
CREATE TABLE loaded (
  document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  run TEXT NOT NULL REFERENCES run
) WITHOUT ROWID;

CREATE INDEX document_source ON document (source);
CREATE INDEX turn_document ON turn (document);
CREATE INDEX sentence_document ON sentence (document);
CREATE INDEX statement_sentence ON statement (sentence);
CREATE INDEX statement_holder ON statement (holder, type);
CREATE INDEX statement_target_actor ON statement (targetActor) WHERE targetActor IS NOT NULL;
CREATE INDEX statement_target_issue ON statement (targetIssue) WHERE targetIssue IS NOT NULL;
CREATE INDEX statement_sayer ON statement (sayer) WHERE sayer IS NOT NULL;
CREATE INDEX statement_on_behalf_of ON statement (onBehalfOf) WHERE onBehalfOf IS NOT NULL;
CREATE INDEX about_actor ON about (actor);
CREATE INDEX contrast_other ON contrast (other);
CREATE INDEX affiliation_of ON affiliation ("of");
CREATE INDEX member_of ON member ("of");
CREATE INDEX loaded_run ON loaded (run);

-- Every statement with the names and the sentence that a reader wants to see: what questions select from.
CREATE VIEW told AS
SELECT st.id AS statement, h.id AS holderId, h.name AS holder,
  CASE WHEN st.negated THEN 'NOT_' ELSE '' END || st.type AS stance, st.type,
  coalesce(st.targetActor, st.targetIssue) AS targetId, coalesce(ta.name, ti.name) AS target,
  st.polarity, st.modality, st.phase,
  CASE WHEN st.sayer <> st.holder AND st.inferred THEN 'claimed, inferred' WHEN st.sayer <> st.holder THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  st.sayer AS sayerId, coalesce(s.name, '') AS sayer, coalesce(o.name, '') AS source, coalesce(st.date, '') AS date,
  st.confidence, se.text AS sentence, d.id AS document, se.start AS sentenceStart, st.start
FROM statement st
JOIN actor h ON h.id = st.holder
JOIN sentence se ON se.id = st.sentence
JOIN document d ON d.id = se.document
LEFT JOIN actor ta ON ta.id = st.targetActor
LEFT JOIN issue ti ON ti.id = st.targetIssue
LEFT JOIN actor s ON s.id = st.sayer
LEFT JOIN source o ON o.id = d.source;

-- Folded names, aliases and ids of actors and issues, one a row.
CREATE VIEW called AS
SELECT a.id, 'Actor' AS label, n.value AS name FROM actor a, json_each(a.names) n
UNION ALL
SELECT i.id, 'Issue', n.value FROM issue i, json_each(i.names) n;
