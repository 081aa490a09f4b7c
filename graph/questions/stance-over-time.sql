-- How one actor's stance towards an actor or an issue went, by date.
-- parameters: actor, target
SELECT holder, stance, target, polarity, modality, phase, how, sayer, source, date, confidence, sentence, document, statement
FROM told
WHERE holderId IN (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor)))
  AND targetId IN (SELECT id FROM called WHERE name IN (SELECT value FROM json_each(:target)))
ORDER BY date, document, sentenceStart, start, statement
