// Which types of relationships are there?
CALL db.relationshipTypes()
YIELD relationshipType AS type
RETURN type
ORDER BY type;
