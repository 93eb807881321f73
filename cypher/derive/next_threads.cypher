// Which threads, of claims or of events, come next, in their order?
CALL () {
  MATCH (claim:Claim)
  WHERE claim.thread > $after AND claim.moment IS NOT NULL
  WITH DISTINCT claim.thread AS thread
  ORDER BY thread
  LIMIT $limit
  RETURN thread
  UNION
  MATCH (event:Event)
  WHERE event.thread > $after AND event.moment IS NOT NULL
  WITH DISTINCT event.thread AS thread
  ORDER BY thread
  LIMIT $limit
  RETURN thread
}
RETURN thread
ORDER BY thread
LIMIT $limit;
