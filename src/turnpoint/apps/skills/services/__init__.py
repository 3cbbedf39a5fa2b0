"""What a person does with skills, opportunities and the plan; one module per thing."""
