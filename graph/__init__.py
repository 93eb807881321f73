"""The data model, the store and everything that is derived from claims."""
