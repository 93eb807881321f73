"""Articles in, claims out: mentions, resolution, clauses, relations, status, attribution."""
