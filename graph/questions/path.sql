-- How two actors are tied by stances: the shortest way from one to the other over at most four edges, with all stances of each.
-- parameters: actor, other
-- Over stated edges in either direction, also through issues. Of several ways the one with the smallest ids counts; of
-- several actors of a name the one with the smallest id.
WITH
ends AS MATERIALIZED (
  SELECT (SELECT min(a.id) FROM actor a, json_each(a.names) n WHERE n.value IN (SELECT value FROM json_each(:actor))) AS a,
    (SELECT min(b.id) FROM actor b, json_each(b.names) n WHERE n.value IN (SELECT value FROM json_each(:other))) AS b
),
a1 AS MATERIALIZED ( -- neighbours of the one, and of the other
  SELECT s.target AS id FROM ends CROSS JOIN stance s ON s.holder = a WHERE variant = 'stated'
  UNION SELECT s.holder FROM ends CROSS JOIN stance s ON s.target = a WHERE variant = 'stated'
),
b1 AS MATERIALIZED (
  SELECT s.target AS id FROM ends CROSS JOIN stance s ON s.holder = b WHERE variant = 'stated'
  UNION SELECT s.holder FROM ends CROSS JOIN stance s ON s.target = b WHERE variant = 'stated'
),
near AS MATERIALIZED (SELECT count(*) AS n FROM a1 WHERE id IN (SELECT b FROM ends UNION ALL SELECT id FROM b1)),
a2 AS MATERIALIZED ( -- their neighbours, looked for only where the two have no common one; x is the smallest id on the way
  SELECT m, min(x) AS x FROM (
    SELECT a1.id AS x, s.target AS m FROM near CROSS JOIN a1 CROSS JOIN stance s ON s.holder = a1.id
      WHERE near.n = 0 AND s.variant = 'stated'
    UNION ALL SELECT a1.id, s.holder FROM near CROSS JOIN a1 CROSS JOIN stance s ON s.target = a1.id
      WHERE near.n = 0 AND s.variant = 'stated'
  ) GROUP BY m
),
b2 AS MATERIALIZED (
  SELECT m, min(y) AS y FROM (
    SELECT b1.id AS y, s.target AS m FROM near CROSS JOIN b1 CROSS JOIN stance s ON s.holder = b1.id
      WHERE near.n = 0 AND s.variant = 'stated'
    UNION ALL SELECT b1.id, s.holder FROM near CROSS JOIN b1 CROSS JOIN stance s ON s.target = b1.id
      WHERE near.n = 0 AND s.variant = 'stated'
  ) GROUP BY m
),
way AS (
  SELECT * FROM (
    SELECT 1 AS edges, NULL AS x, NULL AS m, NULL AS y FROM a1 WHERE id = (SELECT b FROM ends)
    UNION ALL SELECT 2, NULL, id, NULL FROM a1 WHERE id IN (SELECT id FROM b1)
    UNION ALL SELECT 3, x, m, NULL FROM a2 WHERE m IN (SELECT id FROM b1)
    UNION ALL SELECT 4, x, a2.m, y FROM a2 JOIN b2 ON b2.m = a2.m
  )
  ORDER BY edges, x, m, y LIMIT 1
),
hop AS (
  SELECT i AS step,
    CASE WHEN i = 1 THEN a WHEN edges = 2 THEN m WHEN i = 2 THEN x WHEN i = 3 THEN m ELSE y END AS x,
    CASE WHEN i = edges THEN b WHEN edges = 2 THEN m WHEN i = 1 THEN x WHEN i = 2 THEN m ELSE y END AS y
  FROM ends, way, (SELECT 1 AS i UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)
  WHERE i <= edges AND a <> b
)
SELECT hop.step, h.name AS holder, s.type AS stance, coalesce(ta.name, ti.name) AS target, s.n AS times, coalesce(s.first, '') AS first,
  coalesce(s.last, '') AS last, s.confidence, s.latest AS statement
FROM hop
CROSS JOIN stance s ON s.holder = hop.x AND s.target = hop.y OR s.holder = hop.y AND s.target = hop.x
JOIN actor h ON h.id = s.holder
LEFT JOIN actor ta ON s.targetLabel = 'Actor' AND ta.id = s.target
LEFT JOIN issue ti ON s.targetLabel = 'Issue' AND ti.id = s.target
WHERE s.variant = 'stated'
ORDER BY hop.step, stance, holder, target, statement
