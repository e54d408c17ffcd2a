"""How long a merge takes: of two sessions with the history of twenty meetings, and with less and more of it.

    python -m tests.bench.merging

Each side reworded a third of the clauses since both parted, and a few of them are the same. Prints the size of what
comes out and the seconds from reading both files to having written it, the least of three, and those on the processor.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry
from mou_tui.session.model import Session
from mou_tui.workspace.merged_files import merge_files
from tests.bench import sessions

NOW = datetime(2026, 11, 30)


def edited(session: Session, side: int) -> Session:
    """The session after one side went on with it."""
    for number, clause_id in enumerate(tuple(session.answers)):
        if number % 3 == side or number % 7 == 0:
            answer = session.answer(clause_id)
            text = f"{answer.text} More of side {side}."
            entry = Entry(f"2026-11-0{side + 1} 10:00", "wording", clause_id, text=text)
            session = replace(session.with_answer(clause_id, answer.write(text)), history=session.history.add(entry))
    return session


def measure(folder: Path, length: int, entries: int) -> str:
    """Merge two sessions of a length."""
    sessions.LONG, sessions.ENTRIES = length, entries
    before = sessions.write_long(folder / "before.mou.yaml")
    session = decode(before.read_bytes(), before.name).session
    ours, theirs = folder / "ours.mou.yaml", folder / "theirs.mou.yaml"
    for side, path in enumerate((ours, theirs)):
        path.write_bytes(encode(edited(session, side)))
    took, busy = [], []
    for _ in range(3):
        started, at_work = time.perf_counter(), time.process_time()
        merge_files(ours, theirs, folder / "out.mou.yaml", before, now=NOW, replace=True)
        took.append(time.perf_counter() - started)
        busy.append(time.process_time() - at_work)
    size = (folder / "out.mou.yaml").stat().st_size
    held = f"{ours.stat().st_size // 1000:>7,} KB each, {entries:>6,} entries"
    return f"{held}: {size // 1000:>7,} KB in {min(took):.2f} s ({min(busy):.2f} s at work)"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for length, entries in ((30, 1_000), (30, 2_000), (30, 4_000), (30, 8_000), (4_096, 2_000)):
            print(measure(Path(name), length, entries), flush=True)
