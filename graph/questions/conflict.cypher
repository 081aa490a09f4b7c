// The conflict network of Discourse Network Analyzer: actors of which one agrees with what the other disagrees with.
// parameters: [n=50]
// Two actors are tied by each concept that one agrees with and the other disagrees with, once for each direction.
// "average" divides by the mean number of concepts of the two (average activity normalisation). Of the n actors with most
// concepts. Leifeld et al., Discourse Network Analyzer Manual (2018), 2.2 and 2.5; a concept is the target of a stance.
MATCH (h:Actor)<-[:HOLDER]-(st:Statement)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x.id <> h.id }
MATCH (st)-[:TARGET]->(t)
WITH DISTINCT h, t, sign(st.polarity) AS side
WITH h, count(DISTINCT t) AS concepts, collect({t: t, side: side}) AS stands
ORDER BY concepts DESC, h.id LIMIT $n
UNWIND stands AS s
WITH s.t AS t, {id: h.id, name: h.name, concepts: concepts, side: s.side} AS who
WITH t, collect(who) AS all
UNWIND all AS a
UNWIND all AS b
WITH a, b WHERE a.id < b.id AND a.side <> b.side
WITH a.id AS aId, b.id AS bId, a.name AS actor, b.name AS other, a.concepts AS concepts, b.concepts AS others, a.side AS side
WITH aId, bId, actor, other, concepts, others, count(*) AS opposed, sum(CASE WHEN side > 0 THEN 1 ELSE 0 END) AS for, sum(CASE WHEN side < 0 THEN 1 ELSE 0 END) AS against
RETURN actor, other, opposed, for AS `actor for`, against AS `actor against`, concepts,
  others AS `other concepts`, round(2.0 * opposed / (concepts + others), 6) AS average, aId AS `actor id`, bId AS `other id`
ORDER BY opposed DESC, average DESC, actor, other, `actor id`, `other id`
