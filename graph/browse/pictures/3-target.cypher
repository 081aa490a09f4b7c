// Who is for and who is against one actor or issue
MATCH (t:Actor|Issue) WHERE $target IN t.names
MATCH p = (:Actor)-[r]->(t)
WHERE r.derived
RETURN p
ORDER BY r.n DESC, r.latest
LIMIT 80
