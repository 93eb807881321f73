// Write events of which all is known.
UNWIND $rows AS row
CREATE (event:Event)
SET event = row;
