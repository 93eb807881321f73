"""Tests of `graph.local`."""
