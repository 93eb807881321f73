"""One module a format: how its rows say who did what to whom, and when."""
