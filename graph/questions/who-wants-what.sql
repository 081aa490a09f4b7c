-- Who wants, demands or asks for what, and in which sentence.
-- parameters: none
SELECT holder, stance, target, polarity, modality, phase, how, sayer, source, date, confidence, sentence, document, statement
FROM told
WHERE type IN ('WANTS', 'DEMANDS', 'REQUESTS') AND stance = type AND modality = 'asserted'
ORDER BY holder, target, date, document, sentenceStart, start, statement
