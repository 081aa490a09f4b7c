// All stances of one actor, and those towards it
MATCH (a:Actor) WHERE any(called IN a.names WHERE called IN $actor)
MATCH p = (a)-[r]-(other:Actor|Issue)
WHERE r.derived
RETURN p
ORDER BY r.n DESC, r.latest
LIMIT 80
