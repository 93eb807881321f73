"""Articles of any size: the bulk loader and the import."""
