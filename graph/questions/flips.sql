-- Where a stance changed sides: an actor for a target on one day and against it on the next day it speaks, or the reverse.
-- parameters: [actor=]
-- What the actor says itself, or the outlet tells of it, counts; what others claim of it does not. A day with as much
-- for as against is passed over, and so is what has no date to the day: it has no place in the order.
WITH
who AS MATERIALIZED (
  SELECT id FROM actor WHERE :actor = '[""]'
  UNION ALL SELECT id FROM called WHERE label = 'Actor' AND name IN (SELECT value FROM json_each(:actor))
),
own AS MATERIALIZED (
  SELECT id, holder, coalesce(targetActor, targetIssue) AS target, date, sign(polarity) AS side, confidence
  FROM statement
  WHERE holder IN who AND modality = 'asserted' AND polarity <> 0 AND length(date) >= 10 AND (sayer IS NULL OR sayer = holder)
),
split AS MATERIALIZED (SELECT holder, target FROM own GROUP BY holder, target HAVING min(side) < max(side)),
placed AS (
  SELECT own.*, sum(side) OVER (PARTITION BY holder, target, date) AS net,
    row_number() OVER (PARTITION BY holder, target, date, side ORDER BY confidence DESC, id) AS place
  FROM own JOIN split USING (holder, target)
),
turn AS (
  SELECT id, side, lag(id) OVER days AS earlier, lag(side) OVER days AS was
  FROM placed WHERE side = sign(net) AND place = 1 -- the surest statement of each day's side
  WINDOW days AS (PARTITION BY holder, target ORDER BY date)
)
SELECT a.holder, a.target, a.stance AS "from", a.date AS "from date", b.stance AS "to", b.date AS "to date",
  a.sentence AS "from sentence", b.sentence AS "to sentence", a.document AS "from document", b.document AS "to document",
  a.statement AS "from statement", b.statement AS "to statement"
FROM turn CROSS JOIN told a ON a.statement = turn.earlier CROSS JOIN told b ON b.statement = turn.id
WHERE turn.side <> turn.was
ORDER BY a.holder, a.target, b.date, a.holderId, a.targetId, a.statement
