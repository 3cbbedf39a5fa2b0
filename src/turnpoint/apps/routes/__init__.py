"""Routes to a destination: find them, compare them, pin one."""
