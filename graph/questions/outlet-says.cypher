// What one outlet tells: all stances in its documents, of one holder where one is given.
// parameters: outlet, [actor=], [n=1000]
MATCH (src:Source) WHERE any(called IN src.names WHERE called IN $outlet)
WITH src
MATCH (src)<-[:PUBLISHED_BY]-(d:Document)<-[:IN_DOCUMENT]-(se:Sentence)<-[:EVIDENCE]-(st:Statement)-[:HOLDER]->(h:Actor)
WHERE '' IN $actor OR any(called IN h.names WHERE called IN $actor)
WITH src, d, se, st, h
ORDER BY src.name, coalesce(st.date, ''), d.id, se.start, st.start, st.id
LIMIT $n
MATCH (st)-[:TARGET]->(t)
OPTIONAL MATCH (st)-[:SAID_BY]->(by:Actor)
RETURN h.name AS holder, CASE WHEN st.negated THEN 'NOT_' ELSE '' END + st.type AS stance, t.name AS target,
  st.polarity AS polarity, st.modality AS modality, st.phase AS phase,
  CASE WHEN by.id <> h.id AND st.inferred THEN 'claimed, inferred' WHEN by.id <> h.id THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  coalesce(by.name, '') AS sayer, src.name AS source, coalesce(st.date, '') AS date,
  st.confidence AS confidence, se.text AS sentence, d.id AS document, st.id AS statement
ORDER BY source, date, document, se.start, st.start, statement
