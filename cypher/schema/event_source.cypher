// Events are found by who acts.
CREATE INDEX event_source IF NOT EXISTS FOR (event:Event) ON (event.source_id);
