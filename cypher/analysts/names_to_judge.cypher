// Which actors bear two different full names though no catalogue and no judgement says that these are one? $kind: only this kind
MATCH (actor:Actor)
WHERE actor.wikidata IS NULL AND size(actor.aliases) > 0 AND ($kind IS NULL OR actor.kind = $kind)
  // What the catalogue knows has the names that the catalogue gives it.
  AND NOT EXISTS { MATCH (actor)<-[mention:MENTIONS]-(:Article) WHERE mention.rule IN ['gazetteer', 'catalogue'] }
WITH actor, ['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv'] AS generations
UNWIND [actor.name] + actor.aliases AS name
WITH actor, generations, name,
     reduce(plain = toLower(name), sign IN ['.', ',', '-', '>', '<', '(', ')', '"', "'", '’', '/', '*'] | replace(plain, sign, ' ')) AS plain
WITH actor, generations, name, [word IN split(plain, ' ') WHERE word <> ''] AS words
WITH actor, name, [word IN words WHERE NOT word IN generations] AS words, [word IN words WHERE word IN generations] AS generation
WHERE size(words) > 1
WITH actor, collect({name: name, words: words, generation: generation}) AS full
UNWIND range(0, size(full) - 2) AS at
UNWIND full[at + 1 ..] AS other
WITH actor, full[at] AS one, other
// Where all words of one stand in the other, one is the longer form. Else a person's full names differ by surname or
// given name, unless one is an initial of the other; those of a body where they share no word.
WHERE (size(one.generation) > 0 AND size(other.generation) > 0 AND one.generation <> other.generation)
   OR (NOT all(word IN one.words WHERE word IN other.words)
       AND NOT all(word IN other.words WHERE word IN one.words)
       AND CASE
             WHEN actor.kind = 'Person'
               THEN one.words[-1] <> other.words[-1]
                 OR left(one.words[0], 1) <> left(other.words[0], 1)
                 OR (size(one.words[0]) > 1 AND size(other.words[0]) > 1 AND left(one.words[0], 3) <> left(other.words[0], 3))
             ELSE none(word IN one.words WHERE word IN other.words)
           END)
WITH actor, one.name AS one, other.name AS other
WHERE NOT EXISTS {
  MATCH (:Article)-[mention:MENTIONS]->(actor)
  MATCH (judgement:Judgement {decision: 'same'})
  WHERE judgement.left_actor = mention.actor_id OR judgement.right_actor = mention.actor_id
}
RETURN actor.id AS actor, actor.kind AS kind, one, other, actor.article_count AS articles
ORDER BY articles DESC, actor, one, other;
