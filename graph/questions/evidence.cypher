// What one statement rests on: its sentence, the words that carry it, who says it and where.
// parameters: statement
// "date" is when it was said, as far as "date source" tells; "first loaded" is when its document came into the store, and
// "last changed" when a load last found another text or other stances in it.
MATCH (st:Statement {id: $statement})-[:HOLDER]->(h:Actor)
MATCH (st)-[ho:HOLDER]->(h)
MATCH (st)-[ta:TARGET]->(t)
MATCH (st)-[:EVIDENCE]->(se:Sentence)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (st)-[:SAID_BY]->(by:Actor)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source)
OPTIONAL MATCH (d)-[l:LOADED_IN]->(r:Run)
OPTIONAL MATCH (st)-[ab:ABOUT]->(a:Actor)
WITH st, h, ho, t, ta, se, d, by, src, l, r, ab, a ORDER BY a.name, a.id
WITH st, h, ho, t, ta, se, d, by, src, l, r,
  collect(a.name + CASE ab.sign WHEN 1 THEN ' (+)' WHEN -1 THEN ' (-)' ELSE '' END) AS abouts
RETURN st.id AS statement, h.name AS holder, coalesce(ho.text, '') AS `holder words`,
  CASE WHEN st.negated THEN 'NOT_' ELSE '' END + st.type AS stance, t.name AS target,
  coalesce(ta.text, '') AS `target words`, st.polarity AS polarity, st.intensity AS intensity,
  reduce(s = '', x IN abouts | s + CASE s WHEN '' THEN '' ELSE '; ' END + x) AS about,
  CASE WHEN by.id <> h.id AND st.inferred THEN 'claimed, inferred' WHEN by.id <> h.id THEN 'claimed'
    WHEN st.inferred THEN 'inferred' ELSE 'stated' END AS how,
  coalesce(by.name, '') AS sayer, st.attribution AS attribution, st.modality AS modality, st.phase AS phase,
  coalesce(st.cue, '') AS cue, coalesce(st.rule, '') AS rule, st.confidence AS confidence,
  coalesce(st.review, '') AS review, coalesce(st.date, '') AS date,
  coalesce(st.dateSource, '') AS `date source`, se.text AS sentence, se.start AS `sentence start`, se.end AS `sentence end`,
  d.id AS document, coalesce(d.title, '') AS title, coalesce(src.name, '') AS source, coalesce(d.url, '') AS url,
  coalesce(l.first, '') AS `first loaded`, coalesce(r.loaded, '') AS `last changed`
