-- All stances that one person or other actor puts into words, own ones and those of others.
-- parameters: person
SELECT holder, stance, target, polarity, modality, phase, how, sayer, source, date, confidence, sentence, document, statement
FROM told
WHERE sayerId IN (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:person)))
ORDER BY sayer, date, document, sentenceStart, start, statement
