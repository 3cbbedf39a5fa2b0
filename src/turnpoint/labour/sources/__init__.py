"""One publisher per module: read, check, hand over labour values."""
