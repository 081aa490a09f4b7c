// Who stands where: the stances that are told most often
MATCH p = (:Actor)-[r]->(:Actor|Issue)
WHERE r.derived AND r.variant = 'stated'
RETURN p
ORDER BY r.n DESC, r.latest
LIMIT 60
