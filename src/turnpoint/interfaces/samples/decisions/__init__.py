"""Four decision files to read, to try and to start from. The people in them are made up."""

from __future__ import annotations

from importlib.resources import files

NAMES = ("finance-chief", "promotion-with-a-move", "four-start-ups", "quit-or-search")


def text(name: str) -> str:
    """The TOML of the sample of that name."""
    return files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
