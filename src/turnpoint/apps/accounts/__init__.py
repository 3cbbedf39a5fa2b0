"""Who is here: the owner, one-time sign-in links, and the frame around every page."""
