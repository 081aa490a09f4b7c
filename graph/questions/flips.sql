-- Where a stance changed sides: an actor for a target on one day and against it on the next day it speaks, or the reverse.
-- parameters: [actor=]
-- What the actor says itself, or the outlet tells of it, counts; what others claim of it does not. A day with as much
-- for as against is passed over, and so is what has no date.
WITH
own AS (
  SELECT st.holder, coalesce(st.targetActor, st.targetIssue) AS target, st.date, sign(st.polarity) AS side, st.id,
    row_number() OVER (PARTITION BY st.holder, coalesce(st.targetActor, st.targetIssue), st.date, sign(st.polarity) ORDER BY st.confidence DESC, st.id) AS place
  FROM statement st
  WHERE st.modality = 'asserted' AND st.polarity <> 0 AND st.date IS NOT NULL AND (st.sayer IS NULL OR st.sayer = st.holder)
    AND (:actor = '' OR st.holder IN (SELECT id FROM called WHERE label = 'Actor' AND name = :actor))
),
day AS (SELECT holder, target, date, sign(sum(side)) AS side FROM own GROUP BY holder, target, date HAVING sum(side) <> 0),
turn AS (SELECT *, lag(date) OVER w AS earlier, lag(side) OVER w AS was FROM day WINDOW w AS (PARTITION BY holder, target ORDER BY date))
SELECT a.holder, a.target, a.stance AS "from", a.date AS "from date", b.stance AS "to", b.date AS "to date",
  a.sentence AS "from sentence", b.sentence AS "to sentence", a.document AS "from document", b.document AS "to document",
  a.statement AS "from statement", b.statement AS "to statement"
FROM turn t
JOIN own x ON x.holder = t.holder AND x.target = t.target AND x.date = t.earlier AND x.side = t.was AND x.place = 1
JOIN own y ON y.holder = t.holder AND y.target = t.target AND y.date = t.date AND y.side = t.side AND y.place = 1
JOIN told a ON a.statement = x.id
JOIN told b ON b.statement = y.id
WHERE t.side <> t.was
ORDER BY a.holder, a.target, b.date, a.holderId, a.targetId, a.statement
