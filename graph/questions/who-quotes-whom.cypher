// Which outlet lets whom speak: how often, of themselves and of others, since when.
// parameters: [person=], [n=50]
// Documents that are near-copies of each other are one story.
MATCH (a:Actor) WHERE $person = '' OR $person IN a.names
WITH a
MATCH (a)<-[:SAID_BY]-(st:Statement)-[:HOLDER]->(h:Actor)
MATCH (st)-[:EVIDENCE]->(:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(o:Source)
WITH o, a, count(*) AS stances, sum(CASE WHEN h.id = a.id THEN 1 ELSE 0 END) AS own, count(DISTINCT d) AS documents, count(DISTINCT d.story) AS stories,
  coalesce(min(st.date), '') AS first, coalesce(max(st.date), '') AS last
RETURN coalesce(o.name, '') AS source, a.name AS sayer, stances, own, stances - own AS `of others`, documents, stories, first, last,
  coalesce(o.id, '') AS `source id`, a.id AS `sayer id`
ORDER BY stances DESC, source, sayer, `source id`, `sayer id`
LIMIT $n
