// What the texts set against each other
MATCH p = (:Actor)<-[:HOLDER]-(a:Statement)-[:CONTRASTS_WITH]->(b:Statement)-[:HOLDER]->(:Actor)
OPTIONAL MATCH q = (a)-[:TARGET]->()
OPTIONAL MATCH r = (b)-[:TARGET]->()
RETURN p, q, r
ORDER BY a.id, b.id
LIMIT 40
