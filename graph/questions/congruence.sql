-- The congruence network of Discourse Network Analyzer: actors that agree, or disagree, with the same concepts.
-- parameters: [n=50]
-- Two actors are tied by each concept that both agree with and each that both disagree with; repeats do not count.
-- "average" divides by the mean number of concepts of the two (average activity normalisation). Of the n actors with most
-- concepts. Leifeld et al., Discourse Network Analyzer Manual (2018), 2.1 and 2.5; a concept is the target of a stance.
WITH
stand AS (
  SELECT DISTINCT holder, coalesce(targetActor, targetIssue) AS concept, sign(polarity) AS side
  FROM statement
  WHERE modality = 'asserted' AND polarity <> 0 AND (sayer IS NULL OR sayer = holder)
),
active AS (SELECT holder, count(DISTINCT concept) AS concepts FROM stand GROUP BY holder ORDER BY concepts DESC, holder LIMIT :n),
few AS (SELECT s.holder, s.concept, s.side, a.concepts FROM stand s JOIN active a ON a.holder = s.holder)
SELECT x.name AS actor, y.name AS other, count(*) AS shared, sum(a.side > 0) AS "both for", sum(a.side < 0) AS "both against",
  a.concepts AS concepts, b.concepts AS "other concepts", round(2.0 * count(*) / (a.concepts + b.concepts), 6) AS average,
  a.holder AS "actor id", b.holder AS "other id"
FROM few a JOIN few b ON b.concept = a.concept AND b.side = a.side AND a.holder < b.holder
JOIN actor x ON x.id = a.holder
JOIN actor y ON y.id = b.holder
GROUP BY a.holder, b.holder
ORDER BY shared DESC, average DESC, actor, other, "actor id", "other id"
