"""Reading what a person wrote about themselves elsewhere."""
