// Who is for and who is against one actor or issue
MATCH (t:Actor|Issue) WHERE any(called IN t.names WHERE called IN $target)
MATCH p = (:Actor)-[r]->(t)
WHERE r.derived
RETURN p
ORDER BY r.n DESC, r.latest
LIMIT 80
