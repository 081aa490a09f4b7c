// All stances that one person or other actor puts into words, own ones and those of others.
// parameters: person
MATCH (said:Actor) WHERE any(called IN said.names WHERE called IN $person)
MATCH (st:Statement)-[:SAID_BY]->(said)
MATCH (st)-[:HOLDER]->(h:Actor)
MATCH (st)-[:TARGET]->(t)
MATCH (st)-[:EVIDENCE]->(se:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (st)-[:SAID_BY]->(by:Actor)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
RETURN h.name AS holder, CASE WHEN st.negated THEN 'NOT_' ELSE '' END + st.type AS stance, t.name AS target,
  st.polarity AS polarity, st.modality AS modality, st.phase AS phase,
  CASE WHEN by.id <> h.id AND st.inferred THEN 'claimed, inferred' WHEN by.id <> h.id THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  coalesce(by.name, '') AS sayer, coalesce(src.name, '') AS source, coalesce(st.date, '') AS date,
  st.confidence AS confidence, se.text AS sentence, d.id AS document, st.id AS statement
ORDER BY sayer, date, document, se.start, st.start, statement
