"""What a person does with a transition: one function, one thing, one transaction."""
