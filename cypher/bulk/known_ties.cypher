// Which of these ties have claims in the graph?
UNWIND $ties AS tie
WITH tie
WHERE EXISTS { MATCH (claim:Claim {pair: tie.pair, relation: tie.relation}) }
RETURN tie.pair AS pair, tie.relation AS relation;
