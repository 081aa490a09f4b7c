// The congruence network of Discourse Network Analyzer: actors that agree, or disagree, with the same concepts.
// parameters: [n=50]
// Two actors are tied by each concept that both agree with and each that both disagree with; repeats do not count.
// "average" divides by the mean activity of the two: in how many ways each stands to concepts, for and against one being two
// (average activity normalisation). Of the n most active actors. A concept is the target of a stance. Leifeld et al., Discourse
// Network Analyzer Manual (2018), 2.1 and 2.5.
MATCH (h:Actor)<-[:HOLDER]-(st:Statement)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x <> h }
MATCH (st)-[:TARGET]->(t)
WITH h, t, max(CASE WHEN st.polarity > 0 THEN 1 ELSE 0 END) AS pro, max(CASE WHEN st.polarity < 0 THEN 1 ELSE 0 END) AS con
WITH h, sum(pro + con) AS activity, collect({t: t, pro: pro, con: con}) AS stands
ORDER BY activity DESC, h.id LIMIT $n
WITH h, h.id AS id, activity, stands
UNWIND stands AS s
WITH s.t AS t, collect({h: h, id: id, activity: activity, pro: s.pro, con: s.con}) AS all
UNWIND all AS a
UNWIND all AS b
WITH a, b WHERE a.id < b.id
WITH a.h AS a, b.h AS b, a.activity AS activity, b.activity AS others, sum(a.pro * b.pro) AS pro, sum(a.con * b.con) AS con
WHERE pro + con > 0
RETURN a.name AS actor, b.name AS other, pro + con AS shared, pro AS `both for`, con AS `both against`, activity,
  others AS `other activity`,
  round(2.0 * (pro + con) / (activity + others), 6) AS average, a.id AS `actor id`, b.id AS `other id`
ORDER BY shared DESC, average DESC, actor, other, `actor id`, `other id`
