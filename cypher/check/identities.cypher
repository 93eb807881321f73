// Who is meant by these extracted ids, and what follows for these actors?
UNWIND $ids AS id
CALL (id) {
  MATCH (article:Article)-[mention:MENTIONS {actor_id: id}]->(actor:Actor)
  WITH actor.id AS actor, count(article) AS articles
  RETURN 'occurrence' AS what, id AS key, [actor, toString(articles)] AS found
  UNION ALL
  MATCH (:Article)-[mention:MENTIONS {actor_id: id}]->(actor:Actor)
  WITH DISTINCT actor
  RETURN 'actor' AS what, actor.id AS key,
         [toString(actor.article_count), actor.name, actor.kind, actor.country, actor.wikidata, actor.sector, actor.key] + actor.aliases + labels(actor)
         AS found
}
RETURN what, key, found;
