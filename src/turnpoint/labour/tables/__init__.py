"""The small facts that ship in the package."""
