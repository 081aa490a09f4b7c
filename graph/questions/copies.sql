-- Which documents are near-copies of others, as wire copy in many papers: the stories that most documents tell, and each document.
-- parameters: [n=1000]
-- "similarity" estimates which share of the shorter text stands in the other one, "of"; a story bears the id of its first document.
SELECT d.story, d.id AS document, coalesce(o.name, '') AS source, coalesce(d.date, '') AS date, coalesce(n."of", '') AS "of", coalesce(n.similarity, 1.0) AS similarity,
  many.documents
FROM (SELECT story, count(*) AS documents FROM document WHERE story IN (SELECT f.story FROM near JOIN document f ON f.id = near.document) GROUP BY story) many
JOIN document d ON d.story = many.story
LEFT JOIN near n ON n.document = d.id
LEFT JOIN source o ON o.id = d.source
ORDER BY many.documents DESC, d.story, d.id <> d.story, date, document
LIMIT :n
