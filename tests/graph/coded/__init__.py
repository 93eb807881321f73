"""Event data that others coded."""
