"""Occupations: find, read, compare and save them, and the facts behind them."""
