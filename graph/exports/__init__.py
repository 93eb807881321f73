"""The graph, or what passes filters, in the formats of other programs: one module a format."""
