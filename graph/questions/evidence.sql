-- What one statement rests on: its sentence, the words that carry it, who says it and where.
-- parameters: statement
-- "date" is when it was said, as far as "date source" tells; "first loaded" is when its document came into the store, and
-- "last changed" when a load last found another text or other stances in it.
SELECT t.statement, t.holder, coalesce(st.holderText, '') AS "holder words", t.stance, t.target,
  coalesce(st.targetText, '') AS "target words", st.polarity, st.intensity,
  coalesce((SELECT group_concat(a.name || CASE b.sign WHEN 1 THEN ' (+)' WHEN -1 THEN ' (-)' ELSE '' END, '; ' ORDER BY a.name, a.id)
    FROM about b JOIN actor a ON a.id = b.actor WHERE b.statement = st.id), '') AS about,
  t.how, t.sayer, st.attribution, t.modality, t.phase, coalesce(st.cue, '') AS cue, coalesce(st.rule, '') AS rule,
  t.confidence, coalesce(st.review, '') AS review,
  t.date, coalesce(st.dateSource, '') AS "date source", t.sentence, se.start AS "sentence start", se."end" AS "sentence end",
  t.document, coalesce(d.title, '') AS title, t.source, coalesce(d.url, '') AS url,
  coalesce(l.first, '') AS "first loaded", coalesce(r.loaded, '') AS "last changed"
FROM told t
JOIN statement st ON st.id = t.statement
JOIN sentence se ON se.id = st.sentence
JOIN document d ON d.id = se.document
LEFT JOIN loaded l ON l.document = d.id
LEFT JOIN run r ON r.id = l.run
WHERE t.statement = :statement
