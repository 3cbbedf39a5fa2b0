"""What a person wants: values, weights with their uncertainty, and how often each option is best."""
