// Quotations are known by their id.
CREATE CONSTRAINT quotation_id IF NOT EXISTS FOR (quotation:Quotation) REQUIRE quotation.id IS UNIQUE;
