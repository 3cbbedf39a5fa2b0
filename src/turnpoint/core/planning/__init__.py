"""Which opportunities to take up, and when, to close the gaps of a destination's skills."""
