// Which documents are near-copies of others, as wire copy in many papers: the stories that most documents tell, and each document.
// parameters: [n=1000]
// "story" is the first document by date. "similarity" estimates which share of the shorter text stands in the other
// one, "of", with which all of a story are compared.
MATCH (c:Document)-[:NEAR_DUPLICATE_OF]->(:Document)
WITH DISTINCT c.story AS cluster
MATCH (d:Document {story: cluster})
WITH cluster, d ORDER BY d.date IS NULL, d.date, d.id
WITH cluster, collect(d) AS list
WITH head(list).id AS story, size(list) AS documents, list
UNWIND list AS d
OPTIONAL MATCH (d)-[n:NEAR_DUPLICATE_OF]->(o:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
RETURN story, d.id AS document, coalesce(src.name, '') AS source, coalesce(d.date, '') AS date,
  coalesce(o.id, '') AS of, coalesce(n.similarity, 1.0) AS similarity,
  documents
ORDER BY documents DESC, story, document <> story, date, document
LIMIT $n
