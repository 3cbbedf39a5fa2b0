"""What a person brings: roles held, education, skills, languages."""
