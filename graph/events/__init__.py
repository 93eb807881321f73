"""Events: claims of one or several articles about the same happening."""
