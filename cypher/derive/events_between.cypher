// Which events of these threads are known by a moment from one to before another?
UNWIND $ranges AS range
MATCH (event:Event)
USING INDEX event:Event(thread, moment)
WHERE event.thread = range.thread AND event.moment >= range.from AND event.moment < range.to
RETURN DISTINCT event.id AS id;
