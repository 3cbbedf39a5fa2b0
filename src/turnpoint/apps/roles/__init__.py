"""What I want my job to be."""
