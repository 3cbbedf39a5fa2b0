"""What a person does with their role: one function, one thing, one transaction."""
