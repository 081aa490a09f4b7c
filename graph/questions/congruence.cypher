// The congruence network of Discourse Network Analyzer: actors that agree, or disagree, with the same concepts.
// parameters: [n=50]
// Two actors are tied by each concept that both agree with and each that both disagree with; repeats do not count.
// "average" divides by the mean number of concepts of the two (average activity normalisation). Of the n actors with most
// concepts. Leifeld et al., Discourse Network Analyzer Manual (2018), 2.1 and 2.5; a concept is the target of a stance.
MATCH (h:Actor)<-[:HOLDER]-(st:Statement)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x.id <> h.id }
MATCH (st)-[:TARGET]->(t)
WITH DISTINCT h, t, sign(st.polarity) AS side
WITH h, count(DISTINCT t) AS concepts, collect({t: t, side: side}) AS stands
ORDER BY concepts DESC, h.id LIMIT $n
UNWIND stands AS s
WITH s.t AS t, s.side AS side, {id: h.id, name: h.name, concepts: concepts} AS who
WITH t, side, collect(who) AS all
UNWIND all AS a
UNWIND all AS b
WITH side, a, b WHERE a.id < b.id
WITH a, b, count(*) AS shared, sum(CASE WHEN side > 0 THEN 1 ELSE 0 END) AS for, sum(CASE WHEN side < 0 THEN 1 ELSE 0 END) AS against
RETURN a.name AS actor, b.name AS other, shared, for AS `both for`, against AS `both against`, a.concepts AS concepts,
  b.concepts AS `other concepts`, round(2.0 * shared / (a.concepts + b.concepts), 6) AS average, a.id AS `actor id`, b.id AS `other id`
ORDER BY shared DESC, average DESC, actor, other, `actor id`, `other id`
