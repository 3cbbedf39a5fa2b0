"""The five-year hypothesis and its reality check."""
