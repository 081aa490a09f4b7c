-- The issues that most actors take sides on: who is for, who against, since when, and how contested each is.
-- parameters: [n=20]
-- An actor is for an issue, or against it, by what it says itself or the outlet tells of it more often; "torn" are as often
-- one as the other. "contested" is 0 where all are on one side and 1 where the sides are equal.
WITH
stand AS (
  SELECT targetIssue AS issue, holder, sign(sum(polarity)) AS side, count(*) AS n, min(date) AS first, max(date) AS last
  FROM statement
  WHERE targetIssue IS NOT NULL AND modality = 'asserted' AND polarity <> 0 AND (sayer IS NULL OR sayer = holder)
  GROUP BY targetIssue, holder
),
sides AS (
  SELECT issue, sum(side > 0) AS pro, sum(side < 0) AS contra, sum(side = 0) AS torn, sum(n) AS statements,
    min(first) AS first, max(last) AS last
  FROM stand GROUP BY issue
),
top AS (
  SELECT s.*, i.name FROM sides s JOIN issue i ON i.id = s.issue
  ORDER BY pro + contra + torn DESC, statements DESC, name, issue LIMIT :n
)
SELECT name AS issue, pro AS "for", contra AS against, torn, statements,
  CASE WHEN max(pro, contra) = 0 THEN 0.0 ELSE round(1.0 * min(pro, contra) / max(pro, contra), 3) END AS contested,
  (SELECT coalesce(group_concat(name, '; '), '') FROM (SELECT a.name FROM stand d JOIN actor a ON a.id = d.holder
    WHERE d.issue = top.issue AND d.side > 0 ORDER BY d.n DESC, a.name, a.id LIMIT 5)) AS "who for",
  (SELECT coalesce(group_concat(name, '; '), '') FROM (SELECT a.name FROM stand d JOIN actor a ON a.id = d.holder
    WHERE d.issue = top.issue AND d.side < 0 ORDER BY d.n DESC, a.name, a.id LIMIT 5)) AS "who against",
  coalesce(first, '') AS first, coalesce(last, '') AS last, top.issue AS id
FROM top
ORDER BY pro + contra + torn DESC, statements DESC, name, id
