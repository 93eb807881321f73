"""Articles of any size into the graph: staged on disk, written in batches, or imported into an empty store."""
