"""What a role is made of, and how much of it a move would keep."""
