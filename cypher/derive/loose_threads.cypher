// Which of these threads have claims that do not say the day: undated ones, denials, months?
UNWIND $threads AS thread
WITH thread
WHERE EXISTS {
  MATCH (claim:Claim)
  USING INDEX claim:Claim(thread, moment)
  WHERE claim.thread = thread AND claim.moment >= 'denied:' AND claim.moment < 'told:~'
}
RETURN thread;
