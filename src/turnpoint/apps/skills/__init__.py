"""Skills: what to learn, how far along it is, what would bring it, and the plan."""
