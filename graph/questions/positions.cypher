// The affiliation network of Discourse Network Analyzer: which actor agrees and disagrees with what, and how often.
// parameters: [actor=], [n=1000]
// A concept is the target of a stance, its qualifier the sign. Counted are asserted statements that the actor makes
// itself or the outlet tells of it. Documents are those that differ; near-copies
// of each other are one story. Leifeld et al., Discourse Network Analyzer Manual (2018), 2.6.
MATCH (h:Actor) WHERE '' IN $actor OR any(called IN h.names WHERE called IN $actor)
WITH h
MATCH (h)<-[:HOLDER]-(st:Statement)
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND NOT EXISTS { MATCH (st)-[:SAID_BY]->(x) WHERE x.id <> h.id }
MATCH (st)-[:TARGET]->(t)
MATCH (st)-[:EVIDENCE]->(:Sentence)-[:IN_DOCUMENT]->(d:Document)
WITH h, t, count(*) AS n, sum(CASE WHEN st.polarity > 0 THEN 1 ELSE 0 END) AS agree,
  sum(CASE WHEN st.polarity < 0 THEN 1 ELSE 0 END) AS disagree,
  count(DISTINCT d) AS documents, count(DISTINCT d.story) AS stories, coalesce(min(st.date), '') AS first,
  coalesce(max(st.date), '') AS last
RETURN h.name AS actor, t.name AS concept, CASE WHEN t:Issue THEN 'Issue' ELSE 'Actor' END AS kind, agree, disagree,
  documents, stories, first, last,
  h.id AS `actor id`, t.id AS `concept id`
ORDER BY n DESC, actor, concept, `actor id`, `concept id`
LIMIT $n
