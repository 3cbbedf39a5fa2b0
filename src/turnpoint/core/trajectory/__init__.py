"""What each option does to a household's money, month by month, in many simulated futures."""
