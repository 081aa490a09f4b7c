// Which actors and issues a name may mean, by name, other name or id, with all that they are called.
// parameters: name
MATCH (n:Actor|Issue) WHERE any(called IN n.names WHERE called IN $name)
RETURN CASE WHEN n:Actor THEN 'Actor' ELSE 'Issue' END AS label, n.id AS id, n.name AS name,
  coalesce([l IN labels(n) WHERE NOT l IN ['Actor', 'Issue']][0], '') AS kind,
  reduce(s = '', x IN coalesce(n.aliases, []) | s + CASE s WHEN '' THEN '' ELSE '; ' END + x) AS aliases,
  COUNT { (n)<-[:HOLDER]-() } AS holds, COUNT { (n)<-[:TARGET]-() } AS targeted
ORDER BY holds + targeted DESC, label, name, id
