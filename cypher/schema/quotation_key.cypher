// Quotations are found by the key that stands in URLs.
CREATE INDEX quotation_key IF NOT EXISTS FOR (quotation:Quotation) ON (quotation.key);
