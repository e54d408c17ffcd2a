from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

from tests.torture import kill


@pytest.mark.parametrize("by", ["KILL", "TERM", "HUP", "INT", "close"])
def test_the_program_is_ended_while_keys_arrive_and_nothing_is_lost(path: Path, by: str) -> None:
    trial = kill.run(kill.PROGRAM, path, by, Random(by), at_most=0.5)
    assert trial.wrong == []
    # The bounds are for a machine that does nothing else: see `python -m tests.torture.kill`.
    assert trial.lost < 2
    assert trial.gone < 10
