-- Where two actors disagree: opposite signs towards one target, or stances that a text sets against each other.
-- parameters: actor, other
WITH
one AS (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor))),
two AS (SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:other))),
own AS ( -- what either says, or is told to hold by the outlet: not what others claim of them
  SELECT *, CASE WHEN holderId IN one THEN 1 ELSE 2 END AS side FROM told
  WHERE (holderId IN one OR holderId IN two) AND modality = 'asserted' AND how IN ('stated', 'inferred')
),
split AS (
  SELECT targetId FROM own GROUP BY targetId
  HAVING sum(CASE side WHEN 1 THEN polarity ELSE 0 END) * sum(CASE side WHEN 2 THEN polarity ELSE 0 END) < 0
),
pair AS (
  SELECT c.statement AS a, c.other AS b, coalesce(c.cue, '') AS cue
  FROM contrast c JOIN statement a ON a.id = c.statement JOIN statement b ON b.id = c.other
  WHERE (a.holder IN one AND b.holder IN two) OR (a.holder IN two AND b.holder IN one)
)
SELECT "by", topic, holder, stance, target, polarity, phase, how, sayer, source, date, confidence, sentence, document, statement
FROM (
  SELECT 'opposite signs' AS "by", target AS topic, own.* FROM own WHERE targetId IN split
  UNION
  SELECT 'contrast' AS "by", pair.cue AS topic, told.*, CASE WHEN holderId IN one THEN 1 ELSE 2 END AS side
  FROM pair JOIN told ON told.statement IN (pair.a, pair.b)
)
ORDER BY "by", topic, side, holder, date, document, sentenceStart, start, statement
