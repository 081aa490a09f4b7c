// Which documents say so: outlets, documents and their latest statements
MATCH (d:Document)
WITH d ORDER BY d.date DESC, d.id LIMIT 5
MATCH p = (d)<-[:IN_DOCUMENT]-(:Sentence)<-[:EVIDENCE]-(:Statement)
OPTIONAL MATCH q = (d)-[:PUBLISHED_BY]->(:Source)
RETURN p, q
LIMIT 100
