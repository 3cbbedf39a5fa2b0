"""O*NET: the official database release of the U.S. Department of Labor, as text or as Excel.

Every table is optional. What O*NET recommends to suppress, and levels it marks as not relevant, are
left out. Tables are known by their names in the release (``Skills.txt``, ``Skills.xlsx``).
"""

from turnpoint.labour.sources.onet.release import NAME, read, recognise

__all__ = ["NAME", "read", "recognise"]
