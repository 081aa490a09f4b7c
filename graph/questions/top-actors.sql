-- Who holds, is the target of, and says most stances, and in how many stories.
-- parameters: [n=20]
-- Documents that are near-copies of each other, as wire copy in many papers, are one story.
SELECT name AS actor, kind, holds, targeted, says,
  (SELECT count(DISTINCT d.story) FROM (SELECT sentence FROM statement WHERE holder = top.id
      UNION SELECT sentence FROM statement WHERE targetActor = top.id
      UNION SELECT sentence FROM statement WHERE sayer = top.id) st
    JOIN sentence se ON se.id = st.sentence JOIN document d ON d.id = se.document) AS stories, id
FROM (
  SELECT a.name, coalesce(a.kindLabel, '') AS kind, a.id,
    (SELECT count(*) FROM statement WHERE holder = a.id) AS holds,
    (SELECT count(*) FROM statement WHERE targetActor = a.id) AS targeted,
    (SELECT count(*) FROM statement WHERE sayer = a.id) AS says
  FROM actor a
  ORDER BY holds + targeted + says DESC, a.name, a.id
  LIMIT :n
) top
ORDER BY holds + targeted + says DESC, name, id
