"""Job titles in everyday words, matched to occupations."""
