"""Tests of `graph.identity`."""
