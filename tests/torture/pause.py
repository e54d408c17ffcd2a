"""How long whoever types is held up while a session of 400 KB is saved, and while a disk is stuck.

Run by hand from the top folder: `python -m tests.torture.pause [SECONDS]`. A loop plays the screen: it wakes every
five milliseconds, records a changed session, and asks for it to be saved; how much later it wakes than it wanted is
the pause. First without a store, which tells what the machine does by itself; then with one; then for so many
seconds with a disk that is stuck. Exits 1 if one pause in a thousand is over 16 ms and over what the machine does by
itself.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep

from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import encode
from mou_tui.session.model import Answer, Session
from tests.torture.faults import Disk, session

EVERY = 0.005
FRAME = 16.0
PARAGRAPH = "The School Resource Officer reports to the Lieutenant; the principal directs no police work. " * 8


def long_session() -> Session:
    """A session of 400 KB."""
    long = session("start")
    for number in range(540):
        long = long.with_answer(f"topic.question-{number}", Answer(PARAGRAPH.strip()))
    return long


def pauses(seconds: float, act: Callable[[int], None]) -> list[float]:
    """How much later than it wanted a loop came round each time, in milliseconds, the shortest first."""
    late = []
    for number in range(int(seconds / EVERY)):
        start = perf_counter()
        act(number)
        sleep(EVERY)
        late.append((perf_counter() - start - EVERY) * 1000)
    return sorted(late)


def tell(what: str, late: list[float]) -> float:
    """Print the figures; return the pause that one in a thousand is over."""
    worst = late[int(len(late) * 0.999)]
    print(f"{what:24} median {late[len(late) // 2]:5.1f} ms, 1 in 1000 over {worst:5.1f} ms, most {late[-1]:5.1f} ms")
    return worst


def main() -> int:
    """Measure, and print the figures."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    long = long_session()
    print(f"{len(encode(long)) // 1024} KB")
    alone = tell("nothing is saved", pauses(seconds, lambda number: None))

    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOU_TUI_HOME"] = folder
        path = Path(folder) / "session" / "a.mou.yaml"
        path.parent.mkdir()
        store = SessionStore.create(path, long)
        saves = 0

        def count(_number: int, name: str) -> None:
            nonlocal saves
            saves += name == "replace"

        def type_and_save(number: int) -> None:
            store.record(long.with_answer("mission.purpose", Answer(f"word {number}")))
            store.save()

        with Disk(path.parent, before=count).watched():
            saving = tell("saved all the time", pauses(seconds, type_and_save))
        print(f"{saves} saves")

        well_again = threading.Event()
        with Disk(path.parent, before=lambda _number, _name: well_again.wait()).watched():
            stuck = tell("the disk is stuck", pauses(seconds, type_and_save))
            well_again.set()
            store.close(10)
    return 1 if max(saving, stuck) > max(FRAME, alone) else 0


if __name__ == "__main__":
    sys.exit(main())
