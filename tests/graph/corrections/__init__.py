"""Tests of `graph.corrections`."""
