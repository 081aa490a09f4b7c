// All that one actor stands for and against, and who stands where towards it
MATCH (a:Actor) WHERE $actor IN a.names
MATCH p = (a)-[r]-(other:Actor|Issue)
WHERE r.derived
RETURN p
ORDER BY r.n DESC, r.latest
LIMIT 80
