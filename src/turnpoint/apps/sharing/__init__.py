"""What one person lets another read, and what the other says about it."""
