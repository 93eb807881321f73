// Which actors bear two different full names, with no Wikidata item and no judgement that says that these are one? $kind: only this kind
MATCH (actor:Actor)
WHERE actor.wikidata IS NULL AND size(actor.aliases) > 0 AND ($kind IS NULL OR actor.kind = $kind)
UNWIND [actor.name] + actor.aliases AS name
WITH actor, name, [word IN split(replace(replace(toLower(name), '.', ' '), ',', ' '), ' ') WHERE word <> ''] AS words
WHERE size(words) > 1
WITH actor, collect({name: name, words: words}) AS full
WHERE size(full) > 1
UNWIND range(0, size(full) - 2) AS at
UNWIND full[at + 1 ..] AS other
WITH actor, full[at] AS one, other
// A person's full names differ by surname or given name, unless one is an initial; a body's, where they share no word.
WHERE CASE
        WHEN actor.kind = 'Person'
          THEN one.words[-1] <> other.words[-1]
            OR (left(one.words[0], 1) <> left(other.words[0], 1))
            OR (size(one.words[0]) > 1 AND size(other.words[0]) > 1 AND left(one.words[0], 3) <> left(other.words[0], 3))
        ELSE none(word IN one.words WHERE word IN other.words)
      END
WITH actor, one.name AS one, other.name AS other
WHERE NOT EXISTS {
  MATCH (:Article)-[mention:MENTIONS]->(actor)
  MATCH (judgement:Judgement {decision: 'same'})
  WHERE judgement.left_actor = mention.actor_id OR judgement.right_actor = mention.actor_id
}
RETURN actor.id AS actor, actor.kind AS kind, one, other, actor.article_count AS articles
ORDER BY articles DESC, actor, one, other;
