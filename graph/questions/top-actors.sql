-- Who holds, is the target of, and says most stances.
-- parameters: [n=20]
SELECT name AS actor, kind, holds, targeted, says, id
FROM (
  SELECT a.name, coalesce(a.kindLabel, '') AS kind, a.id,
    (SELECT count(*) FROM statement WHERE holder = a.id) AS holds,
    (SELECT count(*) FROM statement WHERE targetActor = a.id) AS targeted,
    (SELECT count(*) FROM statement WHERE sayer = a.id) AS says
  FROM actor a
)
ORDER BY holds + targeted + says DESC, name, id
LIMIT :n
