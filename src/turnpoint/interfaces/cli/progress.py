"""A progress bar on standard error, drawn only where a person watches and work takes time."""

from __future__ import annotations

import sys
from types import TracebackType

import click


class ProgressBar:
    """Use as a context manager; call it with what is done, the total, and what is being done."""

    WIDTH = 28

    def __init__(self) -> None:
        self.drawn = ""

    def __enter__(self) -> ProgressBar:
        return self

    def __call__(self, done: int, total: int, what: str) -> None:
        if not sys.stderr.isatty():
            return
        share = min(done / total, 1.0) if total else 0.0
        full = int(share * self.WIDTH)
        line = f"  {'█' * full}{'░' * (self.WIDTH - full)} {share:4.0%}  {what}"
        if line != self.drawn:
            click.echo(f"\r\x1b[2K{line}", err=True, nl=False)
            self.drawn = line

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.drawn:
            click.echo(err=True)
