"""Models: pure functions on frozen values and NumPy arrays."""
