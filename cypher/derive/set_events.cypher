// Write what follows for events from their claims, and the day by which they are listed.
UNWIND $rows AS row
MATCH (event:Event {id: row.id})
SET event += row.properties,
    event.day = coalesce(toString(event.first_date), row.properties.first_told, '');
