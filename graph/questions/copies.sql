-- Which documents are near-copies of others, as wire copy in many papers: the stories that most documents tell, and each document.
-- parameters: [n=1000]
-- "story" is the first document by date. "similarity" estimates which share of the shorter text stands in the other
-- one, "of", with which all of a story are compared.
SELECT many.story, d.id AS document, coalesce(o.name, '') AS source, coalesce(d.date, '') AS date,
  coalesce(n."of", '') AS "of", coalesce(n.similarity, 1.0) AS similarity,
  many.documents
FROM (SELECT id, first_value(id) OVER (PARTITION BY story ORDER BY date IS NULL, date, id) AS story,
    count(*) OVER (PARTITION BY story) AS documents
  FROM document WHERE story IN (SELECT "of" FROM near)) many
JOIN document d ON d.id = many.id
LEFT JOIN near n ON n.document = d.id
LEFT JOIN source o ON o.id = d.source
ORDER BY many.documents DESC, many.story, d.id <> many.story, date, document
LIMIT :n
