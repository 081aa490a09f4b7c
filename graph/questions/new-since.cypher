// What a load brought, and later ones: the stances of the documents that they loaded. RUN is a run's id, a day, or last.
// parameters: [run=last], [n=1000]
OPTIONAL MATCH (r:Run)
WITH CASE WHEN $run = 'last' THEN max(r.loaded) ELSE coalesce(max(CASE r.id WHEN $run THEN r.loaded END), $run) END AS begin
MATCH (r:Run) WHERE r.loaded >= begin
MATCH (r)<-[:LOADED_IN]-(d:Document)<-[:IN_DOCUMENT]-(se:Sentence)<-[:EVIDENCE]-(st:Statement)
WITH r, d, se, st
ORDER BY r.loaded, r.id, d.id, se.start, st.start, st.id
LIMIT $n
MATCH (st)-[:HOLDER]->(h:Actor)
MATCH (st)-[:TARGET]->(t)
OPTIONAL MATCH (st)-[:SAID_BY]->(by:Actor)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
RETURN r.loaded AS loaded, h.name AS holder, CASE WHEN st.negated THEN 'NOT_' ELSE '' END + st.type AS stance, t.name AS target,
  st.polarity AS polarity, st.modality AS modality, st.phase AS phase,
  CASE WHEN by.id <> h.id AND st.inferred THEN 'claimed, inferred' WHEN by.id <> h.id THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  coalesce(by.name, '') AS sayer, coalesce(src.name, '') AS source, coalesce(st.date, '') AS date,
  st.confidence AS confidence, se.text AS sentence, d.id AS document, st.id AS statement, r.id AS run
ORDER BY loaded, run, document, se.start, st.start, statement
