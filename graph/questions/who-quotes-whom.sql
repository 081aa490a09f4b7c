-- Which outlet lets whom speak: how often, of themselves and of others, of whom most, since when.
-- parameters: [person=], [n=50]
-- "speaks of" are the others that the sayer speaks of, at most five, those most spoken of first. Documents
-- that are near-copies of each other are one story.
WITH
said AS MATERIALIZED (
  SELECT coalesce(d.source, '') AS source, st.sayer, st.holder, d.id AS document, d.story, st.date
  FROM statement st JOIN sentence se ON se.id = st.sentence JOIN document d ON d.id = se.document
  WHERE st.sayer IN (SELECT id FROM actor WHERE :person = '[""]'
    UNION ALL SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:person)))
),
pair AS MATERIALIZED (
  SELECT coalesce(o.name, '') AS outlet, a.name, source, sayer, count(*) AS stances, sum(holder = sayer) AS own,
    count(DISTINCT document) AS documents, count(DISTINCT story) AS stories,
    coalesce(min(date), '') AS first, coalesce(max(date), '') AS last
  FROM said JOIN actor a ON a.id = sayer LEFT JOIN source o ON o.id = source
  GROUP BY source, sayer
  ORDER BY stances DESC, outlet, a.name, source, sayer
  LIMIT :n
),
other AS (
  SELECT source, sayer, a.name, row_number() OVER (PARTITION BY source, sayer ORDER BY count(*) DESC, a.name, a.id) AS place
  FROM pair JOIN said USING (source, sayer) JOIN actor a ON a.id = said.holder
  WHERE said.holder <> sayer
  GROUP BY source, sayer, said.holder
),
spoken AS (SELECT source, sayer, group_concat(name, '; ' ORDER BY place) AS names FROM other WHERE place <= 5 GROUP BY source, sayer)
SELECT outlet AS source, name AS sayer, stances, own, stances - own AS "of others",
  coalesce(names, '') AS "speaks of", documents, stories, first, last,
  pair.source AS "source id", pair.sayer AS "sayer id"
FROM pair LEFT JOIN spoken ON spoken.source = pair.source AND spoken.sayer = pair.sayer
ORDER BY stances DESC, outlet, name, pair.source, pair.sayer
