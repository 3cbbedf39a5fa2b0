"""Capabilities: one Django app each, all of the same inner shape."""
