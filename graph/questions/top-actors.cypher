// Who holds, is the target of, and says most stances, and in how many stories.
// parameters: [n=20]
// Documents that are near-copies of each other, as wire copy in many papers, are one story.
MATCH (a:Actor)
WITH a, COUNT { (a)<-[:HOLDER]-() } AS holds, COUNT { (a)<-[:TARGET]-() } AS targeted, COUNT { (a)<-[:SAID_BY]-() } AS says
ORDER BY holds + targeted + says DESC, a.name, a.id
LIMIT $n
OPTIONAL MATCH (a)<-[:HOLDER|TARGET|SAID_BY]-(:Statement)-[:EVIDENCE]->(:Sentence)-[:IN_DOCUMENT]->(d:Document)
WITH a, holds, targeted, says, count(DISTINCT d.story) AS stories
RETURN a.name AS actor, coalesce([l IN labels(a) WHERE l <> 'Actor'][0], '') AS kind, holds, targeted, says, stories, a.id AS id
ORDER BY holds + targeted + says DESC, actor, id
