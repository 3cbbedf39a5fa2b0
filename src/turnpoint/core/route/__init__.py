"""Routes: sequences of moves from here to a destination, searched exactly on several criteria."""
