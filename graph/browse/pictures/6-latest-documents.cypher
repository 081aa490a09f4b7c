// The latest documents and what they say
MATCH (d:Document)
WITH d ORDER BY d.date DESC, d.id LIMIT 5
MATCH p = (d)<-[:IN_DOCUMENT]-(:Sentence)<-[:EVIDENCE]-(:Statement)
OPTIONAL MATCH q = (d)-[:PUBLISHED_BY]->(:Source)
RETURN p, q
LIMIT 100
