-- Which actors and issues a name may mean, by name, other name or id, with all that they are called.
-- parameters: name
SELECT label, id, name, kind, aliases, holds, targeted
FROM (
  SELECT c.label, c.id, coalesce(a.name, i.name) AS name, coalesce(a.kindLabel, '') AS kind,
    coalesce((SELECT group_concat(x.value, '; ') FROM json_each(coalesce(a.aliases, i.aliases)) x), '') AS aliases,
    (SELECT count(*) FROM statement WHERE c.label = 'Actor' AND holder = c.id) AS holds,
    (SELECT count(*) FROM statement WHERE c.label = 'Actor' AND targetActor = c.id)
      + (SELECT count(*) FROM statement WHERE c.label = 'Issue' AND targetIssue = c.id) AS targeted
  FROM (SELECT DISTINCT label, id FROM called WHERE name IN (SELECT value FROM json_each(:name))) c
  LEFT JOIN actor a ON c.label = 'Actor' AND a.id = c.id
  LEFT JOIN issue i ON c.label = 'Issue' AND i.id = c.id
)
ORDER BY holds + targeted DESC, label, name, id
