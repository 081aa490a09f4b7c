// Which documents are near-copies of others, as wire copy in many papers: the stories that most documents tell, and each document.
// parameters: [n=1000]
// "similarity" estimates which share of the shorter text stands in the other one, "of"; a story bears the id of its first document.
MATCH (c:Document)-[:NEAR_DUPLICATE_OF]->(:Document)
WITH c.story AS story, count(*) + 1 AS documents
MATCH (d:Document {story: story})
OPTIONAL MATCH (d)-[n:NEAR_DUPLICATE_OF]->(o:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
RETURN story, d.id AS document, coalesce(src.name, '') AS source, coalesce(d.date, '') AS date, coalesce(o.id, '') AS of, coalesce(n.similarity, 1.0) AS similarity,
  documents
ORDER BY documents DESC, story, document <> story, date, document
LIMIT $n
