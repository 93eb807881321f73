// Events are found by the key that stands in URLs.
CREATE INDEX event_key IF NOT EXISTS FOR (event:Event) ON (event.key);
