// Which outlet lets whom speak: how often, of themselves and of others, of whom most, since when.
// parameters: [person=], [n=50]
// "speaks of" are the others that the sayer speaks of, at most five, those most spoken of first. Documents
// that are near-copies of each other are one story.
MATCH (a:Actor) WHERE '' IN $person OR any(called IN a.names WHERE called IN $person)
WITH a
MATCH (a)<-[:SAID_BY]-(st:Statement)-[:HOLDER]->(h:Actor)
MATCH (st)-[:EVIDENCE]->(:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(o:Source)
WITH o, a, h, count(*) AS n, collect(DISTINCT d) AS told, min(st.date) AS first, max(st.date) AS last
ORDER BY n DESC, h.name, h.id
WITH o, a, sum(n) AS stances, sum(CASE WHEN h = a THEN n ELSE 0 END) AS own, collect(CASE WHEN h <> a THEN h.name END) AS others,
  collect(told) AS told, coalesce(min(first), '') AS first, coalesce(max(last), '') AS last
ORDER BY stances DESC, coalesce(o.name, ''), a.name, coalesce(o.id, ''), a.id
LIMIT $n
UNWIND told AS documents
UNWIND documents AS d
WITH o, a, stances, own, others, first, last, count(DISTINCT d) AS documents, count(DISTINCT d.story) AS stories
RETURN coalesce(o.name, '') AS source, a.name AS sayer, stances, own, stances - own AS `of others`,
  reduce(s = '', x IN others[0..5] | s + CASE s WHEN '' THEN '' ELSE '; ' END + x) AS `speaks of`, documents, stories, first, last,
  coalesce(o.id, '') AS `source id`, a.id AS `sayer id`
ORDER BY stances DESC, source, sayer, `source id`, `sayer id`
