"""Tests of the actor catalogue."""
