"""Uncertainties of a destination, and the experiments that settle them."""
