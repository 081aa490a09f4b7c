-- The congruence network of Discourse Network Analyzer: actors that agree, or disagree, with the same concepts.
-- parameters: [n=50]
-- Two actors are tied by each concept that both agree with and each that both disagree with; repeats do not count.
-- "average" divides by the mean activity of the two: in how many ways each stands to concepts, for and against one being two
-- (average activity normalisation). Of the n most active actors. A concept is the target of a stance. Leifeld et al., Discourse
-- Network Analyzer Manual (2018), 2.1 and 2.5.
WITH
stand AS MATERIALIZED (
  SELECT holder, coalesce(targetActor, targetIssue) AS concept, max(polarity > 0) AS pro, max(polarity < 0) AS con
  FROM statement
  WHERE modality = 'asserted' AND polarity <> 0 AND (sayer IS NULL OR sayer = holder)
  GROUP BY holder, targetActor, targetIssue
),
active AS (SELECT holder, sum(pro + con) AS activity FROM stand GROUP BY holder ORDER BY activity DESC, holder LIMIT :n),
few AS MATERIALIZED (SELECT s.*, a.activity FROM stand s JOIN active a ON a.holder = s.holder),
pair AS (
  SELECT a.holder AS one, b.holder AS two, a.activity, b.activity AS others, sum(a.pro * b.pro) AS pro, sum(a.con * b.con) AS con
  FROM few a JOIN few b ON b.concept = a.concept AND a.holder < b.holder
  GROUP BY a.holder, b.holder HAVING sum(a.pro * b.pro + a.con * b.con) > 0
)
SELECT x.name AS actor, y.name AS other, pro + con AS shared, pro AS "both for", con AS "both against", activity,
  others AS "other activity",
  round(2.0 * (pro + con) / (activity + others), 6) AS average, one AS "actor id", two AS "other id"
FROM pair JOIN actor x ON x.id = one JOIN actor y ON y.id = two
ORDER BY shared DESC, average DESC, actor, other, "actor id", "other id"
