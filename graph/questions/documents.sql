-- The documents that are loaded, by id, with how many sentences hold statements and how many statements they hold.
-- parameters: none
SELECT d.id AS document, coalesce(d.title, '') AS title, coalesce(d.date, '') AS date, coalesce(o.name, '') AS source,
  (SELECT count(*) FROM sentence s WHERE s.document = d.id) AS sentences,
  (SELECT count(*) FROM sentence s JOIN statement st ON st.sentence = s.id WHERE s.document = d.id) AS statements
FROM document d LEFT JOIN source o ON o.id = d.source
ORDER BY d.id
