-- Who supports whom or what, who says so, and in which sentence.
-- parameters: none
SELECT holder, stance, target, polarity, modality, phase, how, sayer, source, date, confidence, sentence, document, statement
FROM told
WHERE type = 'SUPPORTS' AND stance = type AND modality = 'asserted'
ORDER BY holder, target, date, document, sentenceStart, start, statement
