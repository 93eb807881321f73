// Events are found by their thread, in order of time.
CREATE INDEX event_thread IF NOT EXISTS FOR (event:Event) ON (event.thread, event.moment);
