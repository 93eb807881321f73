// Events that some assert and others deny are listed by day, the latest first.
CREATE INDEX event_contested IF NOT EXISTS FOR (event:Event) ON (event.contested, event.day);
