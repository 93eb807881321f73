// What is counted of these extracted ids, and what do rules judge of them?
UNWIND $ids AS id
CALL (id) {
  MATCH (tally:Tally {id: id})
  RETURN 'name' AS what, tally.id AS key, tally.counts AS found
  UNION ALL
  MATCH (judgement:Judgement)
  WHERE judgement.subject = id AND (judgement.left_actor = id OR judgement.right_actor = id)
  RETURN 'judgement' AS what, judgement.id AS key, judgement.reason AS found
  UNION ALL
  MATCH (article:Article)-[mention:MENTIONS {actor_id: id}]->(:Actor)
  WITH mention.part AS part, count(article) AS articles
  RETURN 'occurrence' AS what, id AS key, part + ' ' + articles AS found
}
RETURN what, key, found;
