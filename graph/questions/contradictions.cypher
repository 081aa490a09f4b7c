// Where one actor contradicts itself: targets that it is for in one sentence and against in another, with the surest of each.
// parameters: actor
// What the actor says itself, or the outlet tells of it, counts; what others claim of it does not.
MATCH (h:Actor) WHERE any(called IN h.names WHERE called IN $actor)
WITH h
MATCH (h)<-[:HOLDER]-(st:Statement)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x.id <> h.id }
MATCH (st)-[:TARGET]->(t)
WITH h, t, st ORDER BY st.confidence DESC, st.id
WITH h, t, collect(st) AS list
WITH h, t, [s IN list WHERE s.polarity > 0] AS for, [s IN list WHERE s.polarity < 0] AS against
WHERE size(for) > 0 AND size(against) > 0
WITH h, t, size(for) AS n, size(against) AS m, for[0] AS a, against[0] AS b
MATCH (a)-[:EVIDENCE]->(sa:Sentence)-[:IN_DOCUMENT]->(da:Document)
MATCH (b)-[:EVIDENCE]->(sb:Sentence)-[:IN_DOCUMENT]->(db:Document)
RETURN h.name AS holder, t.name AS target, n AS `times for`, m AS `times against`,
  CASE WHEN a.negated THEN 'NOT_' ELSE '' END + a.type AS for, coalesce(a.date, '') AS `for date`,
  CASE WHEN b.negated THEN 'NOT_' ELSE '' END + b.type AS against, coalesce(b.date, '') AS `against date`,
  sa.text AS `for sentence`, sb.text AS `against sentence`, da.id AS `for document`, db.id AS `against document`,
  a.id AS `for statement`, b.id AS `against statement`
ORDER BY CASE WHEN n < m THEN n ELSE m END DESC, holder, target, h.id, t.id
