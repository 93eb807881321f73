"""Tests of `graph.events`."""
