// The issues that most actors take sides on: who is for, who against, since when, and how contested each is.
// parameters: [n=20]
// An actor is for an issue, or against it, by what it says itself or the outlet tells of it more often; "torn" are as often
// one as the other. "contested" is 0 where all are on one side and 1 where the sides are equal.
MATCH (i:Issue)<-[:TARGET]-(st:Statement)-[:HOLDER]->(h:Actor)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x.id <> h.id }
WITH i, h, sign(sum(st.polarity)) AS side, count(*) AS n, min(st.date) AS first, max(st.date) AS last
ORDER BY n DESC, h.name, h.id
WITH i, collect({name: h.name, side: side}) AS stands, count(*) AS actors, sum(n) AS statements, min(first) AS first, max(last) AS last
ORDER BY actors DESC, statements DESC, i.name, i.id
LIMIT $n
WITH i, actors, statements, first, last, [s IN stands WHERE s.side > 0 | s.name] AS pro, [s IN stands WHERE s.side < 0 | s.name] AS contra
WITH i, actors, statements, first, last, pro, contra, size(pro) AS p, size(contra) AS c
RETURN i.name AS issue, p AS for, c AS against, actors - p - c AS torn, statements,
  CASE WHEN p + c = 0 THEN 0.0 WHEN p < c THEN round(1.0 * p / c, 3) ELSE round(1.0 * c / p, 3) END AS contested,
  reduce(s = '', x IN pro[0..5] | s + CASE s WHEN '' THEN '' ELSE '; ' END + x) AS `who for`,
  reduce(s = '', x IN contra[0..5] | s + CASE s WHEN '' THEN '' ELSE '; ' END + x) AS `who against`,
  coalesce(first, '') AS first, coalesce(last, '') AS last, i.id AS id
ORDER BY actors DESC, statements DESC, issue, id
