// Who holds, is the target of, and says most stances.
// parameters: [n=20]
MATCH (a:Actor)
WITH a, COUNT { (a)<-[:HOLDER]-() } AS holds, COUNT { (a)<-[:TARGET]-() } AS targeted, COUNT { (a)<-[:SAID_BY]-() } AS says
RETURN a.name AS actor, coalesce([l IN labels(a) WHERE l <> 'Actor'][0], '') AS kind, holds, targeted, says, a.id AS id
ORDER BY holds + targeted + says DESC, actor, id
LIMIT $n
