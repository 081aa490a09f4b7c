// The conflict network of Discourse Network Analyzer: actors of which one agrees with what the other disagrees with.
// parameters: [n=50]
// Two actors are tied by each concept that one agrees with and the other disagrees with, once for each direction.
// "average" divides by the mean activity of the two: in how many ways each stands to concepts, for and against one being two
// (average activity normalisation). Of the n most active actors. A concept is the target of a stance. Leifeld et al., Discourse
// Network Analyzer Manual (2018), 2.2 and 2.5.
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
WITH a.h AS a, b.h AS b, a.activity AS activity, b.activity AS others, sum(a.pro * b.con) AS pro, sum(a.con * b.pro) AS con
WHERE pro + con > 0
RETURN a.name AS actor, b.name AS other, pro + con AS opposed, pro AS `actor for`, con AS `actor against`, activity,
  others AS `other activity`,
  round(2.0 * (pro + con) / (activity + others), 6) AS average, a.id AS `actor id`, b.id AS `other id`
ORDER BY opposed DESC, average DESC, actor, other, `actor id`, `other id`
