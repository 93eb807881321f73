// Write the latest rating of a publisher that stands; one that has none is not kept.
MATCH (publisher:Publisher {name: $publisher})
OPTIONAL MATCH (correction:Correction {subject: 'publisher ' + $publisher})
WHERE correction.withdrawn_at IS NULL
WITH publisher, correction
ORDER BY correction.at DESC, correction.id DESC
LIMIT 1
SET publisher.rating = correction.rating
WITH publisher
WHERE publisher.rating IS NULL
DELETE publisher;
