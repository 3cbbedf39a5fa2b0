"""Decisions with a deadline."""
