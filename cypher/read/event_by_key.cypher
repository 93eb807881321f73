// Which event has this key?
MATCH (event:Event {key: $key})
MATCH (source:Actor {id: event.source_id})
MATCH (target:Actor {id: event.target_id})
RETURN event {.*, first_date: toString(event.first_date), last_date: toString(event.last_date)} AS event,
       source {.id, .key, .kind, .name} AS source, target {.id, .key, .kind, .name} AS target,
       head(COLLECT { MATCH (place:Actor {id: event.place_id}) RETURN place {.id, .key, .kind, .name} }) AS place;
