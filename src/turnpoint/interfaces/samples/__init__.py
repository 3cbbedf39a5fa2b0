"""Fictional people, worked through, who show what each capability is for."""
