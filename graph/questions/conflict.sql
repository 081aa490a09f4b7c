-- The conflict network of Discourse Network Analyzer: actors of which one agrees with what the other disagrees with.
-- parameters: [n=50]
-- Two actors are tied by each concept that one agrees with and the other disagrees with, once for each direction.
-- "average" divides by the mean activity of the two: in how many ways each stands to concepts, for and against one being two
-- (average activity normalisation). Of the n most active actors. A concept is the target of a stance. Leifeld et al., Discourse
-- Network Analyzer Manual (2018), 2.2 and 2.5.
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
  SELECT a.holder AS one, b.holder AS two, a.activity, b.activity AS others, sum(a.pro * b.con) AS pro, sum(a.con * b.pro) AS con
  FROM few a JOIN few b ON b.concept = a.concept AND a.holder < b.holder
  GROUP BY a.holder, b.holder HAVING sum(a.pro * b.con + a.con * b.pro) > 0
)
SELECT x.name AS actor, y.name AS other, pro + con AS opposed, pro AS "actor for", con AS "actor against", activity,
  others AS "other activity",
  round(2.0 * (pro + con) / (activity + others), 6) AS average, one AS "actor id", two AS "other id"
FROM pair JOIN actor x ON x.id = one JOIN actor y ON y.id = two
ORDER BY opposed DESC, average DESC, actor, other, "actor id", "other id"
