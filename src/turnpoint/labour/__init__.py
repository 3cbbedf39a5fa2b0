"""Facts about work: what publishers measured, with no model and no opinion."""
