// Make sure of a publisher that is rated, and keep everybody else from rating it until the transaction ends.
MERGE (publisher:Publisher {name: $publisher})
SET publisher.locked = true
REMOVE publisher.locked;
