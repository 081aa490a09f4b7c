-- What one outlet tells: all stances in its documents, of one holder where one is given.
-- parameters: outlet, [actor=], [n=1000]
SELECT t.holder, t.stance, t.target, t.polarity, t.modality, t.phase, t.how, t.sayer, t.source, t.date, t.confidence,
  t.sentence, t.document, t.statement
FROM source o
JOIN document d ON d.source = o.id
JOIN told t ON t.document = d.id
WHERE EXISTS (SELECT 1 FROM json_each(o.names) n WHERE n.value IN (SELECT value FROM json_each(:outlet)))
  AND (:actor = '[""]'
    OR t.holderId IN (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor))))
ORDER BY t.source, t.date, t.document, t.sentenceStart, t.start, t.statement
LIMIT :n
