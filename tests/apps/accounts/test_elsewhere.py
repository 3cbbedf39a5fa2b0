"""Work in a process of its own."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from turnpoint.apps.accounts.elsewhere import Elsewhere, NotDone
from turnpoint.errors import TurnpointError

WORK = """
import os
from turnpoint.errors import BadInput

prepared = []

def prepare():
    prepared.append(os.getpid())

def where(word, at):
    at(0.5)
    print("not for you")
    return word, os.getpid(), prepared

def long(at):
    for step in range(1000):
        at(step / 1000)

def refuse(at):
    raise BadInput("That cannot be reckoned.")

def fail(at):
    raise ValueError("a mistake of ours")

def vanish(at):
    os._exit(9)

def vanish_in_the_middle_of_a_word(at):
    half = b"\\x80\\x04\\x95\\x09\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x8c\\x05he"
    for pipe in range(3, 20):
        try:
            os.write(pipe, half)
        except OSError:
            pass
    os._exit(9)
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "work_elsewhere.py").write_text(WORK)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return importlib.import_module("work_elsewhere")


@pytest.fixture
def elsewhere(work: Any) -> Iterator[Elsewhere]:
    there = Elsewhere("work_elsewhere:prepare", gives_way=True)
    yield there
    there.close()


def nobody_asks(share: float) -> None:
    pass


def test_works_in_one_process_that_is_not_this_one(elsewhere: Elsewhere, work: Any) -> None:
    told = list[float]()
    word, process, prepared = elsewhere.run(work.where, "hello", at=told.append)
    assert (word, told) == ("hello", [0.5])
    assert process != os.getpid()
    assert prepared == [process]
    assert elsewhere.run(work.where, "again", at=nobody_asks) == ("again", process, prepared)


def test_gives_up_what_nobody_waits_for(elsewhere: Elsewhere, work: Any) -> None:
    told = list[float]()

    def until_then(share: float) -> None:
        told.append(share)
        if share >= 0.01:
            raise KeyError

    with pytest.raises(KeyError):
        elsewhere.run(work.long, at=until_then)
    assert max(told) == 0.01
    assert elsewhere.run(work.where, "next", at=nobody_asks)[0] == "next"


def test_a_refusal_comes_in_its_words_and_a_mistake_for_the_log(
    elsewhere: Elsewhere, work: Any
) -> None:
    with pytest.raises(TurnpointError, match=r"That cannot be reckoned\."):
        elsewhere.run(work.refuse, at=nobody_asks)
    with pytest.raises(NotDone, match=r"ValueError: a mistake of ours"):
        elsewhere.run(work.fail, at=nobody_asks)
    assert elsewhere.run(work.where, "still there", at=nobody_asks)[0] == "still there"


@pytest.mark.parametrize("how", ["vanish", "vanish_in_the_middle_of_a_word"])
def test_begins_anew_where_the_process_has_gone(elsewhere: Elsewhere, work: Any, how: str) -> None:
    with pytest.raises(NotDone, match="has gone"):
        elsewhere.run(getattr(work, how), at=nobody_asks)
    assert elsewhere.run(work.where, "back", at=nobody_asks)[0] == "back"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="killed by a signal")
def test_ends_when_who_started_it_is_killed(work: Any) -> None:
    program = (
        "import work_elsewhere as work\n"
        "from turnpoint.apps.accounts.elsewhere import Elsewhere\n"
        "there = Elsewhere('work_elsewhere:prepare', gives_way=False)\n"
        "print(there.run(work.where, '', at=lambda share: None)[1], flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as starter:
        assert starter.stdout is not None
        child = int(starter.stdout.readline())
        os.kill(child, 0)
        starter.kill()
    for _ in range(200):
        if not _alive(child):
            return
        time.sleep(0.05)
    pytest.fail("It went on by itself.")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
