// How two actors are tied by stances: the shortest way from one to the other over at most four edges, with all stances of each.
// parameters: actor, other
// Over stated edges in either direction, also through issues. Of several ways the one with the smallest ids counts; of
// several actors of a name the one with the smallest id.
MATCH (a:Actor) WHERE any(called IN a.names WHERE called IN $actor)
WITH a ORDER BY a.id LIMIT 1
MATCH (b:Actor) WHERE any(called IN b.names WHERE called IN $other)
WITH a, b ORDER BY b.id LIMIT 1
WITH a, b WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:
    SUPPORTS|NOT_SUPPORTS|OPPOSES|NOT_OPPOSES|PRAISES|NOT_PRAISES|CRITICIZES|NOT_CRITICIZES|ACCUSES|NOT_ACCUSES|DENIES
    |NOT_DENIES|DEFENDS|NOT_DEFENDS|RECOGNIZES|NOT_RECOGNIZES|WANTS|NOT_WANTS|DEMANDS|NOT_DEMANDS|REQUESTS
    |NOT_REQUESTS|REJECTS|NOT_REJECTS|ACCEPTS|NOT_ACCEPTS|PROMISES|NOT_PROMISES|PLANS|NOT_PLANS|WARNS|NOT_WARNS
    |THREATENS|NOT_THREATENS|FEARS|NOT_FEARS|TRUSTS|NOT_TRUSTS|AGREES_WITH|NOT_AGREES_WITH|DISAGREES_WITH
    |NOT_DISAGREES_WITH|COMPETES_WITH|NOT_COMPETES_WITH|MEETS|NOT_MEETS|COOPERATES_WITH|NOT_COOPERATES_WITH|AIDS
    |NOT_AIDS|CONCEDES|NOT_CONCEDES|WITHDRAWS|NOT_WITHDRAWS|SANCTIONS|NOT_SANCTIONS|COERCES|NOT_COERCES|PROTESTS
    |NOT_PROTESTS|ATTACKS|NOT_ATTACKS*..4]-(b))
WHERE all(r IN relationships(p) WHERE r.variant = 'stated')
WITH nodes(p) AS way, [n IN nodes(p) | n.id] AS ids
ORDER BY ids LIMIT 1
UNWIND range(1, size(way) - 1) AS step
WITH step, way[step - 1] AS x, way[step] AS y
MATCH (x)-[r]-(y)
WHERE r.derived AND r.variant = 'stated'
RETURN step, startNode(r).name AS holder, type(r) AS stance, endNode(r).name AS target, r.n AS times,
  coalesce(r.first, '') AS first, coalesce(r.last, '') AS last, r.confidence AS confidence, r.latest AS statement
ORDER BY step, stance, holder, target, statement
