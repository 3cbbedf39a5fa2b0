"""Secret addresses stay out of what is logged, whoever logs them."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(/calendar/)[^/\s\"']+")
"""The address of a calendar feed, of which the last part is the secret."""


class SecretAddresses(logging.Filter):
    """Puts an ellipsis in the place of the secret part of an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if SECRET.search(said):
            record.msg, record.args = SECRET.sub(r"\1…", said), None
        if record.exc_info and record.exc_info[1] is not None:
            told = logging.Formatter().formatException(record.exc_info)
            if SECRET.search(told):
                record.exc_info, record.exc_text = None, SECRET.sub(r"\1…", told)
        return True
