-- All stances of one actor, whoever tells of them, with their sentences.
-- parameters: actor
SELECT holder, stance, target, polarity, modality, phase, how, sayer, source, date, confidence, sentence, document, statement
FROM told
WHERE holderId IN (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor)))
ORDER BY holder, stance, target, date, document, sentenceStart, start, statement
