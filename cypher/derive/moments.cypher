// Of which moments are the claims of these threads, and the events that there are of them?
UNWIND $threads AS thread
CALL (thread) {
  MATCH (claim:Claim)
  USING INDEX claim:Claim(thread, moment)
  WHERE claim.thread = thread AND claim.moment IS NOT NULL
  RETURN claim.moment AS moment
  UNION
  MATCH (event:Event)
  USING INDEX event:Event(thread, moment)
  WHERE event.thread = thread AND event.moment IS NOT NULL
  RETURN event.moment AS moment
}
RETURN DISTINCT thread, moment;
