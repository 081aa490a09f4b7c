-- What a load brought, and later ones: the stances of the documents that they loaded. RUN is a run's id, a day, or last.
-- parameters: [run=last], [n=1000]
WITH
begin AS (
  SELECT CASE WHEN :run = 'last' THEN (SELECT max(loaded) FROM run) ELSE coalesce((SELECT loaded FROM run WHERE id = :run), :run) END AS at
)
SELECT r.loaded, t.holder, t.stance, t.target, t.polarity, t.modality, t.phase, t.how, t.sayer, t.source, t.date, t.confidence, t.sentence, t.document, t.statement, r.id AS run
FROM begin
JOIN run r ON r.loaded >= begin.at
JOIN loaded l ON l.run = r.id
JOIN told t ON t.document = l.document
ORDER BY r.loaded, r.id, t.document, t.sentenceStart, t.start, t.statement
LIMIT :n
