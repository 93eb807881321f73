// Events are listed by day, the latest first.
CREATE INDEX event_day IF NOT EXISTS FOR (event:Event) ON (event.day, event.id);
