// Quotations are found by their words.
CREATE FULLTEXT INDEX quotation_text IF NOT EXISTS FOR (quotation:Quotation) ON EACH [quotation.text];
