-- The affiliation network of Discourse Network Analyzer: which actor agrees and disagrees with what, and how often.
-- parameters: [actor=], [n=1000]
-- A concept is the target of a stance, its qualifier the sign. Counted are asserted statements that the actor makes
-- itself or the outlet tells of it. Documents are those that differ; near-copies
-- of each other are one story. Leifeld et al., Discourse Network Analyzer Manual (2018), 2.6.
SELECT h.name AS actor, coalesce(ta.name, ti.name) AS concept, CASE WHEN st.targetActor IS NULL THEN 'Issue' ELSE 'Actor' END AS kind,
  sum(st.polarity > 0) AS agree, sum(st.polarity < 0) AS disagree, count(DISTINCT d.id) AS documents, count(DISTINCT d.story) AS stories,
  coalesce(min(st.date), '') AS first, coalesce(max(st.date), '') AS last, st.holder AS "actor id",
  coalesce(st.targetActor, st.targetIssue) AS "concept id"
FROM statement st
JOIN actor h ON h.id = st.holder
JOIN sentence se ON se.id = st.sentence
JOIN document d ON d.id = se.document
LEFT JOIN actor ta ON ta.id = st.targetActor
LEFT JOIN issue ti ON ti.id = st.targetIssue
WHERE st.modality = 'asserted' AND st.polarity <> 0 AND (st.sayer IS NULL OR st.sayer = st.holder)
  AND st.holder IN (SELECT id FROM actor WHERE :actor = '[""]'
    UNION ALL SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor)))
GROUP BY st.holder, coalesce(st.targetActor, st.targetIssue)
ORDER BY count(*) DESC, actor, concept, "actor id", "concept id"
LIMIT :n
