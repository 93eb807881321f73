"""The formats that the catalogue imports, one module each: rows in, records out."""
