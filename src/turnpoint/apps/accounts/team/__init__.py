"""Accounts for several people: configuration, invitations, administration."""
