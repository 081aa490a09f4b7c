-- What a load brought, and later ones: the stances of the documents that they loaded. RUN is a run's id, a day, or last.
-- parameters: [run=last], [n=1000]
WITH
begin AS (
  SELECT CASE WHEN :run = 'last' THEN (SELECT max(loaded) FROM run) ELSE coalesce((SELECT loaded FROM run WHERE id = :run), :run) END AS at
),
fresh AS MATERIALIZED ( -- which rows, before their names and sentences are looked up
  SELECT r.loaded, r.id AS run, se.document, se.start AS sentenceStart, st.start, st.id
  FROM begin JOIN run r ON r.loaded >= begin.at JOIN loaded l ON l.run = r.id
  JOIN sentence se ON se.document = l.document JOIN statement st ON st.sentence = se.id
  ORDER BY r.loaded, r.id, se.document, se.start, st.start, st.id
  LIMIT :n
)
SELECT f.loaded, t.holder, t.stance, t.target, t.polarity, t.modality, t.phase, t.how, t.sayer, t.source, t.date,
  t.confidence, t.sentence, t.document, t.statement, f.run
FROM fresh f CROSS JOIN told t ON t.statement = f.id
ORDER BY f.loaded, f.run, f.document, f.sentenceStart, f.start, f.id
