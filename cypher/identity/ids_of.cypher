// Under which extracted ids do articles mention an actor?
MATCH (:Actor {id: $id})<-[mention:MENTIONS]-(:Article)
RETURN DISTINCT mention.actor_id AS id
ORDER BY id;
