// Which publishers are rated so, from A to E, or better?
MATCH (publisher:Publisher)
WHERE publisher.rating <= $rating
RETURN publisher.name AS name
ORDER BY name;
