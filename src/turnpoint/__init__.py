"""Turnpoint: decide where your career goes next, and lead the way there."""

__version__ = "0.1.0"
