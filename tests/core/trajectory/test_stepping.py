"""Which months are stepped: nobody waits for a compiler unless there is very much to do."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ASKED = """
import sys
from turnpoint.core.trajectory.simulate import MUCH, WORTH_COMPILING, _stepping
from turnpoint.core.trajectory.months import run

assert _stepping(None, 10 * MUCH) is run
assert "numba" not in sys.modules
assert _stepping(None, WORTH_COMPILING) is not run
"""


def test_a_page_with_much_to_do_does_not_wait_for_the_compiler() -> None:
    """In a process of its own, where nothing has been compiled yet."""
    pytest.importorskip("numba")
    subprocess.run([sys.executable, "-c", ASKED], check=True, env=dict(os.environ))
