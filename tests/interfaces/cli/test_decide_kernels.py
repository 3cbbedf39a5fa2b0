"""The same decision, with Numba and without it, is answered with the same figures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from turnpoint.core.preference import kernel
from turnpoint.core.trajectory import simulate as months
from turnpoint.core.trajectory.course import Course
from turnpoint.core.trajectory.futures import Futures
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money
from turnpoint.interfaces.cli.main import main
from turnpoint.interfaces.samples.decisions import text

DRAWS = 60_000
WITHOUT = """
import sys
sys.modules["numba"] = None
from turnpoint.interfaces.cli.main import main
main(sys.argv[1:])
"""


def make_ready() -> None:
    """Compile what is only used once it is compiled, so that nobody waits for it."""
    kernel.compiled()
    money = Money(1_000, Interval.exactly(10))
    months.simulate(money, [Course("any", Interval.exactly(100))], Futures(1, 10), compiled=True)


def test_numba_changes_no_figure_of_a_decision(tmp_path: Path) -> None:
    pytest.importorskip("numba", reason="the extra “fast” is not installed")
    path = tmp_path / "lyon.toml"
    path.write_text(text("promotion-with-a-move"), encoding="utf-8")
    arguments = ["decide", str(path), "--json", "--draws", str(DRAWS)]
    plain = subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )
    make_ready()
    assert 3 * DRAWS * 120 >= months.MUCH
    compiled = CliRunner().invoke(main, arguments)
    assert compiled.exit_code == 0, compiled.output
    assert json.loads(compiled.stdout) == json.loads(plain.stdout)
