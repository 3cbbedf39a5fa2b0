"""Today, the plan, and finding things."""
