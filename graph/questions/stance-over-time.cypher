// How one actor's stance towards an actor or an issue went, by date.
// parameters: actor, target
MATCH (h:Actor) WHERE any(called IN h.names WHERE called IN $actor)
MATCH (st:Statement)-[:HOLDER]->(h)
MATCH (st)-[:TARGET]->(t) WHERE any(called IN t.names WHERE called IN $target)
MATCH (st)-[:EVIDENCE]->(se:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (st)-[:SAID_BY]->(by:Actor)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
RETURN h.name AS holder, CASE WHEN st.negated THEN 'NOT_' ELSE '' END + st.type AS stance, t.name AS target,
  st.polarity AS polarity, st.modality AS modality, st.phase AS phase,
  CASE WHEN by.id <> h.id AND st.inferred THEN 'claimed, inferred' WHEN by.id <> h.id THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  coalesce(by.name, '') AS sayer, coalesce(src.name, '') AS source, coalesce(st.date, '') AS date,
  st.confidence AS confidence, se.text AS sentence, d.id AS document, st.id AS statement
ORDER BY date, document, se.start, st.start, statement
