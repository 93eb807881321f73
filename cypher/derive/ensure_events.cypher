// Write events with when and where they were.
UNWIND $rows AS row
MERGE (event:Event {id: row.id})
SET event = row,
    event.first_date = date(row.first_date),
    event.last_date = date(row.last_date);
