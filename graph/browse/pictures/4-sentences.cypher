// From an edge to its sentences: all statements behind it, by the id that the edge has as its latest
MATCH (latest:Statement {id: $statement})-[:HOLDER]->(h:Actor)
MATCH (latest)-[:TARGET]->(t)
MATCH p = (h)<-[:HOLDER]-(st:Statement {type: latest.type, negated: latest.negated})-[:TARGET]->(t)
MATCH q = (st)-[:EVIDENCE]->(:Sentence)-[:IN_DOCUMENT]->(:Document)
OPTIONAL MATCH r = (st)-[:SAID_BY]->(:Actor)
RETURN p, q, r
ORDER BY st.date DESC, st.id
LIMIT 40
