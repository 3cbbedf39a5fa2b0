"""The other faces of the same capabilities."""
