"""The decision file as a value, what is wrong with it cell by cell, and the answers it gives."""
