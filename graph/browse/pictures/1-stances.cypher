// Who stands where: the actors that are told of most, and their foremost stances
MATCH (a:Actor)-[r]->(:Actor|Issue)
WHERE r.derived AND r.variant = 'stated'
WITH a, sum(r.n) AS told ORDER BY told DESC, a.id LIMIT 6
MATCH p = (a)-[r]->(:Actor|Issue)
WHERE r.derived AND r.variant = 'stated'
WITH a, p ORDER BY r.n DESC, r.latest
WITH a, collect(p)[..4] AS foremost
UNWIND foremost AS p
RETURN p
