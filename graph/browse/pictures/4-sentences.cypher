// From an edge to its sentences
MATCH (latest:Statement {id: $statement})-[:HOLDER]->(h:Actor)
MATCH (latest)-[:TARGET]->(t)
MATCH p = (h)<-[:HOLDER]-(st:Statement {type: latest.type, negated: latest.negated})-[:TARGET]->(t)
MATCH q = (st)-[:EVIDENCE]->(se:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH r = (st)-[:SAID_BY]->(by:Actor)
// what the edge counts: asserted, sure enough, and told in the same way
WITH latest, h, st, se, d, p, q, r, by.id <> h.id AS claimed
WHERE st = latest OR st.modality = 'asserted' AND st.confidence >= 0.5 AND st.inferred = latest.inferred
  AND coalesce(claimed, false) = EXISTS { MATCH (latest)-[:SAID_BY]->(x:Actor) WHERE x.id <> h.id }
RETURN se.text AS sentence, st.date AS date, d.id AS document, p, q, r
ORDER BY date DESC, st.id
LIMIT 40
