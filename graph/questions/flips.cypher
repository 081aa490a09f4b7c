// Where a stance changed sides: an actor for a target on one day and against it on the next day it speaks, or the reverse.
// parameters: [actor=]
// What the actor says itself, or the outlet tells of it, counts; what others claim of it does not. A day with as much
// for as against is passed over, and so is what has no date to the day: it has no place in the order.
MATCH (h:Actor) WHERE '' IN $actor OR any(called IN h.names WHERE called IN $actor)
WITH h
MATCH (h)<-[:HOLDER]-(st:Statement)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND size(st.date) >= 10 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x <> h }
MATCH (st)-[:TARGET]->(t)
WITH h, t, collect(st) AS list, min(st.polarity) AS low, max(st.polarity) AS high
WHERE low < 0 AND high > 0
UNWIND list AS st
WITH h, t, st ORDER BY st.confidence DESC, st.id
WITH h, t, st.date AS date, collect(st) AS list, sum(sign(st.polarity)) AS net
WHERE net <> 0
WITH h, t, date, sign(net) AS side, [s IN list WHERE sign(s.polarity) = sign(net)][0] AS st
ORDER BY date
WITH h, t, collect({side: side, st: st}) AS days
WHERE size(days) > 1
UNWIND range(1, size(days) - 1) AS i
WITH h, t, days[i - 1] AS before, days[i] AS after
WHERE before.side <> after.side
WITH h, t, before.st AS a, after.st AS b
MATCH (a)-[:EVIDENCE]->(sa:Sentence)-[:IN_DOCUMENT]->(da:Document)
MATCH (b)-[:EVIDENCE]->(sb:Sentence)-[:IN_DOCUMENT]->(db:Document)
RETURN h.name AS holder, t.name AS target, CASE WHEN a.negated THEN 'NOT_' ELSE '' END + a.type AS from, a.date AS `from date`,
  CASE WHEN b.negated THEN 'NOT_' ELSE '' END + b.type AS to, b.date AS `to date`,
  sa.text AS `from sentence`, sb.text AS `to sentence`, da.id AS `from document`, db.id AS `to document`,
  a.id AS `from statement`, b.id AS `to statement`
ORDER BY holder, target, `to date`, h.id, t.id, `from statement`
