// Write by what occurrences may be told from others of their name.
UNWIND $rows AS row
MATCH (article:Article {id: row.article})-[mention:MENTIONS {actor_id: row.id}]->(:Actor)
SET mention.part = row.part;
