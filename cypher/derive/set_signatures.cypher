// Write by what near-identical articles are known.
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
SET article.signature = row.signature;
