"""A copy of the whole database as one file, taken while it is in use, and put back.

It is a zip: ``manifest.json`` (the format, the version, the migrations, a SHA-256), the database as
``database.sqlite3`` or, from PostgreSQL, ``database.dump``, and ``keys`` only where that was asked for.
"""
