-- Which outlet lets whom speak: how often, of themselves and of others, since when.
-- parameters: [person=], [n=50]
-- Documents that are near-copies of each other are one story.
SELECT coalesce(o.name, '') AS source, a.name AS sayer, count(*) AS stances, sum(st.holder = st.sayer) AS own, sum(st.holder <> st.sayer) AS "of others",
  count(DISTINCT d.id) AS documents, count(DISTINCT d.story) AS stories, coalesce(min(st.date), '') AS first, coalesce(max(st.date), '') AS last, coalesce(o.id, '') AS "source id", a.id AS "sayer id"
FROM statement st
JOIN actor a ON a.id = st.sayer
JOIN sentence se ON se.id = st.sentence
JOIN document d ON d.id = se.document
LEFT JOIN source o ON o.id = d.source
WHERE :person = '' OR st.sayer IN (SELECT id FROM called WHERE label = 'Actor' AND name = :person)
GROUP BY d.source, st.sayer
ORDER BY stances DESC, source, a.name, "source id", "sayer id"
LIMIT :n
