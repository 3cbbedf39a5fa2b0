"""Work in a process of its own, which holds no page up and ends with this one.

A thread that reckons in this process holds the interpreter that pages need, and one that gives way
to others may be put to sleep while it does. So what takes a second or more is done elsewhere: one
function after another, with what it is given and what it gives sent over pipes. The other process
is asked to go on each time it says how far it is; it ends when this one does, however that ends.

Run as ``python -m turnpoint.apps.accounts.elsewhere`` it is that other process.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar, cast

from turnpoint.errors import TurnpointError

T = TypeVar("T")
At = Callable[[float], None]
"""Told how far the work is, from 0 to 1; raises to give it up."""

GIVES_WAY = 10
"""How much nicer than pages background work is, as Unix counts it."""
SAID, DONE, REFUSED, FAILED = "said", "done", "refused", "failed"


class NotDone(Exception):
    """The work came to grief; what it says is for the log."""


class GivenUp(Exception):
    """The other process learns that nobody waits for its work any longer."""


class Elsewhere:
    """One process beside this one, started when there is something to do. For one thread at a time.

    ``prepare`` names a function, ``module:name``, that it calls first. With ``gives_way`` pages go
    before what it does.
    """

    def __init__(self, prepare: str, *, gives_way: bool) -> None:
        self._prepare, self._gives_way = prepare, gives_way
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, work: Callable[..., T], *given: Any, at: At | None = None) -> T:
        """``work(*given)``, done there, or ``work(*given, at)``. ``work`` is a function of a module.

        Raises what ``at`` raises, after which the work is given up; ``TurnpointError`` where the
        work raises one; and ``NotDone`` where it fails otherwise or the process is gone.
        """
        process = self._running()
        try:
            _send(cast(BinaryIO, process.stdin), (work, given, at is not None))
            while (told := _receive(cast(BinaryIO, process.stdout)))[0] == SAID:
                self._answer(process, cast(At, at), told[1])
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            raise NotDone("The process that reckons in the background has gone.") from error
        how, what = told
        if how == REFUSED:
            raise TurnpointError(what)
        if how == FAILED:
            raise NotDone(what)
        return cast(T, what)

    def _answer(self, process: subprocess.Popen[bytes], at: At, share: float) -> None:
        go_on = False
        try:
            at(share)
            go_on = True
        finally:
            _send(cast(BinaryIO, process.stdin), go_on)
            if not go_on:
                _receive(cast(BinaryIO, process.stdout))

    def close(self) -> None:
        """End the other process; the next work starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603  # this Python, and a name of our own
                [sys.executable, "-m", __name__, self._prepare, str(GIVES_WAY * self._gives_way)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process


def _send(pipe: BinaryIO, what: object) -> None:
    pipe.write(pickle.dumps(what))
    pipe.flush()


def _receive(pipe: BinaryIO) -> Any:
    return pickle.load(pipe)  # noqa: S301  # a pipe between this process and the one it started


def _serve(asked: BinaryIO, told: BinaryIO) -> None:
    """Do what is asked, one after another, until nobody can ask any longer."""

    def at(share: float) -> None:
        _send(told, (SAID, share))
        if not _receive(asked):
            raise GivenUp

    while True:
        work, given, tells = _receive(asked)
        try:
            answer: tuple[str, Any] = (DONE, work(*given, at) if tells else work(*given))
        except GivenUp:
            answer = (DONE, None)
        except TurnpointError as error:
            answer = (REFUSED, str(error))
        except (OSError, EOFError):
            raise
        except Exception:  # noqa: BLE001  # told to the other side, which says it in its log
            answer = (FAILED, traceback.format_exc())
        _send(told, answer)


def _main(prepare: str, niceness: str) -> None:
    if hasattr(os, "nice"):
        os.nice(int(niceness))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the server, which ends this
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints does not mix with what is told
    module, _, name = prepare.partition(":")
    getattr(importlib.import_module(module), name)()
    with contextlib.suppress(OSError, EOFError):
        _serve(sys.stdin.buffer, told)
    os._exit(0)  # whatever thread still runs, nobody waits for it


if __name__ == "__main__":
    _main(*sys.argv[1:])
