-- Where one actor contradicts itself: targets that it is for in one sentence and against in another, with the surest of each.
-- parameters: actor
-- What the actor says itself, or the outlet tells of it, counts; what others claim of it does not.
WITH
own AS (
  SELECT *, row_number() OVER (PARTITION BY holderId, targetId, sign(polarity) ORDER BY confidence DESC, statement) AS place,
    count(*) OVER (PARTITION BY holderId, targetId, sign(polarity)) AS times
  FROM told
  WHERE holderId IN (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor)))
    AND modality = 'asserted' AND how IN ('stated', 'inferred') AND polarity <> 0
)
SELECT a.holder, a.target, a.times AS "times for", b.times AS "times against", a.stance AS "for", a.date AS "for date",
  b.stance AS against, b.date AS "against date", a.sentence AS "for sentence", b.sentence AS "against sentence",
  a.document AS "for document", b.document AS "against document", a.statement AS "for statement", b.statement AS "against statement"
FROM own a JOIN own b ON b.holderId = a.holderId AND b.targetId = a.targetId AND b.polarity < 0 AND b.place = 1
WHERE a.polarity > 0 AND a.place = 1
ORDER BY min(a.times, b.times) DESC, a.holder, a.target, a.holderId, a.targetId
