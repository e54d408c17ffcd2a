"""How long the table of thousands of sessions takes, in how much memory, and what is left when it is killed.

    python -m tests.bench.portfolio                     1,000 and 5,000 sessions
    python -m tests.bench.portfolio --sessions 200 1000

Run by hand from the top folder. The sessions are the sample and one of usual size by turns,
one in a hundred cut off in the middle. With more of them a row may take no longer and the memory be no larger, within
what a busy machine makes of it; else it exits 1. Then the command is killed in the middle, and nothing may stand under
the name of its table.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from mou_tui import paths
from tests.bench.sessions import write_usual

FOLDERS = 50
"""How many folders the sessions lie in."""
SLOWER, LARGER = 1.25, 1.25
"""By how much more a row may take, and more memory be used, with more sessions: what a busy machine makes of it."""
_CHILD = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


class Run(NamedTuple):
    """What one run took."""

    sessions: int
    seconds: float
    peak: int
    """Kilobytes."""

    def __str__(self) -> str:
        rate = self.sessions / self.seconds
        return f"{self.sessions:6} sessions {self.seconds:7.1f} s {rate:7.0f} a second {self.peak / 1024:7.1f} MB"


def write_sessions(folder: Path, number: int) -> None:
    """Write sessions into folders below a folder; every hundredth is damaged."""
    usual = write_usual(folder.with_name("usual.mou.yaml")).read_bytes()
    sample = (paths.content() / "sample.mou.yaml").read_bytes()
    for index in range(number):
        data = sample if index % 2 else usual
        path = folder / f"{index % FOLDERS:02}" / f"{index:05}.mou.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[: len(data) // 2] if index % 100 == 99 else data)


def command(folder: Path, table: Path) -> list[str]:
    """The command that writes the table."""
    return [sys.executable, "-m", "mou_tui", "status", str(folder), "--csv", "-o", str(table)]


def measured(folder: Path, number: int) -> Run:
    """Write the table once, and look whether every session has its row."""
    write_sessions(folder, number)
    table, begun = folder.with_suffix(".csv"), monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *command(folder, table)], stdout=subprocess.PIPE, text=True, check=True
    )
    seconds = monotonic() - begun
    rows = table.read_text("utf-8").splitlines()
    assert len(rows) == number + 1, f"{len(rows)} rows"
    return Run(number, seconds, int(done.stdout))


def killed(folder: Path, after: float) -> None:
    """Kill the command while it writes; nothing may stand under the name."""
    table = folder.with_name("killed.csv")
    process = subprocess.Popen(command(folder, table))
    sleep(after)
    assert process.poll() is None, "it had ended already"
    process.kill()
    process.wait()
    assert not table.exists(), "half a table was left"
    print(f"killed after {after:.1f} s: no table stands under its name")


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, nargs=2, default=(1000, 5000))
    few, many = parser.parse_args().sessions
    with tempfile.TemporaryDirectory() as home:
        os.environ["MOU_TUI_HOME"] = home
        runs = [measured(Path(home, f"of-{number}"), number) for number in (few, many)]
        for run in runs:
            print(run, flush=True)
        killed(Path(home, f"of-{many}"), runs[1].seconds / 2)
    slower = (runs[1].seconds / many) / (runs[0].seconds / few)
    larger = runs[1].peak / runs[0].peak
    print(
        f"a row with {many} sessions takes {slower:.2f} times as long as with {few}, in {larger:.2f} times the memory"
    )
    sys.exit(slower > SLOWER or larger > LARGER)


if __name__ == "__main__":
    main()
