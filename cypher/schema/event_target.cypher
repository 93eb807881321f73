// Events are found by who is acted on.
CREATE INDEX event_target IF NOT EXISTS FOR (event:Event) ON (event.target_id);
