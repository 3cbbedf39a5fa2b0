"""Moving from one occupation to another: how usual, how fitting, how long, at what pay."""
