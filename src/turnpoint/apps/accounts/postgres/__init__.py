"""Django’s way to PostgreSQL, with every statement bound to what may be seen when it is sent."""
