// The documents that are loaded, by id, with how many sentences hold statements and how many statements they hold.
// parameters: none
MATCH (d:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(o:Source)
RETURN d.id AS document, coalesce(d.title, '') AS title, coalesce(d.date, '') AS date, coalesce(o.name, '') AS source,
  COUNT { (d)<-[:IN_DOCUMENT]-(:Sentence) } AS sentences,
  COUNT { (d)<-[:IN_DOCUMENT]-(:Sentence)<-[:EVIDENCE]-(:Statement) } AS statements
ORDER BY d.id
