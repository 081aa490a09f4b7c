// Where two actors disagree: opposite signs towards one target, or stances that a text sets against each other.
// parameters: actor, other
CALL {
  // what either says, or is told to hold by the outlet: not what others claim of them
  MATCH (h:Actor) WHERE any(called IN h.names WHERE called IN $actor) OR any(called IN h.names WHERE called IN $other)
  WITH h, CASE WHEN any(called IN h.names WHERE called IN $actor) THEN 1 ELSE 2 END AS side
  MATCH (st:Statement)-[:HOLDER]->(h)
  WHERE st.modality = 'asserted' AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x <> h }
  MATCH (st)-[:TARGET]->(t)
  WITH t, collect({st: st, side: side}) AS list, sum(CASE side WHEN 1 THEN st.polarity ELSE 0 END) AS one,
    sum(CASE side WHEN 2 THEN st.polarity ELSE 0 END) AS two
  WHERE one * two < 0
  UNWIND list AS x
  RETURN 'opposite signs' AS by, t.name AS topic, x.side AS side, x.st AS st
  UNION
  MATCH (a:Actor) WHERE any(called IN a.names WHERE called IN $actor)
  MATCH (b:Actor) WHERE any(called IN b.names WHERE called IN $other)
  MATCH (a)<-[:HOLDER]-(s1:Statement)-[c:CONTRASTS_WITH]-(s2:Statement)-[:HOLDER]->(b)
  UNWIND [{st: s1, side: CASE WHEN any(called IN a.names WHERE called IN $actor) THEN 1 ELSE 2 END},
    {st: s2, side: CASE WHEN any(called IN b.names WHERE called IN $actor) THEN 1 ELSE 2 END}] AS x
  RETURN 'contrast' AS by, coalesce(c.cue, '') AS topic, x.side AS side, x.st AS st
}
MATCH (st)-[:HOLDER]->(h:Actor)
MATCH (st)-[:TARGET]->(t)
MATCH (st)-[:EVIDENCE]->(se:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (st)-[:SAID_BY]->(said:Actor)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
RETURN by, topic, h.name AS holder, CASE WHEN st.negated THEN 'NOT_' ELSE '' END + st.type AS stance, t.name AS target,
  st.polarity AS polarity, st.phase AS phase,
  CASE WHEN said.id <> h.id AND st.inferred THEN 'claimed, inferred' WHEN said.id <> h.id THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  coalesce(said.name, '') AS sayer, coalesce(src.name, '') AS source, coalesce(st.date, '') AS date,
  st.confidence AS confidence, se.text AS sentence, d.id AS document, st.id AS statement
ORDER BY by, topic, side, holder, date, document, se.start, st.start, statement
