"""Corrections: judgements on single claims, and on publishers."""
