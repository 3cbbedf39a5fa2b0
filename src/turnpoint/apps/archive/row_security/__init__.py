"""Row-level security on PostgreSQL: whose each row is, asked by the database itself.

The queries ask already. This catches the one that forgot to: it finds nothing.
"""
