"""Take in copies of a session that are damaged or hostile, and see that each is refused in words or taken in whole.

    python -m tests.torture.take_in [--count 1000 --seed 1]

A copy that is refused must leave the open session as it was to the byte; one that is taken in must be saved, read
again, and taken back. Prints figures; exits with 1 if anything failed or raised but a refusal.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

from mou_tui.checklist.loader import load
from mou_tui.errors import MouError
from mou_tui.session.codec import decode, encode
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.reply import Reply
from mou_tui.workspace.reply_account import account, as_object, outcome, remarks, source
from mou_tui.workspace.reply_file import ReplyFile, read_back
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.copies import ANSWERS, came_back, reworded
from tests.torture.fuzz_reader import MUTATIONS, damaged

_VALUE = re.compile(rb"(?m)(?<=: )[^\n]+$")


@dataclass
class Figures:
    """What happened to the copies."""

    refused: int = 0
    taken_in: int = 0
    nothing_new: int = 0
    tracebacks: int = 0
    touched: int = 0
    """Sessions that were different though nothing was taken in, or after it was taken back."""

    def __str__(self) -> str:
        count = self.refused + self.taken_in + self.nothing_new + self.tracebacks
        return (
            f"{count:,} copies: {self.refused:,} refused, {self.taken_in:,} taken in and back, "
            f"{self.nothing_new:,} with nothing new, {self.tracebacks:,} tracebacks, {self.touched:,} sessions touched"
        )


def swap_values(data: bytearray, chance: random.Random) -> None:
    """Give one key the value of another, so that the file can still be read and says something else."""
    values = list(_VALUE.finditer(data))
    if len(values) > 1:
        to, from_ = chance.sample(values, 2)
        data[to.start() : to.end()] = from_[0]


def hostile(copy: bytes, chance: random.Random) -> bytes:
    """The copy with damage, or with values swapped, or a file of another kind."""
    if chance.random() < 0.1:
        return damaged(chance)
    data = bytearray(copy)
    kinds = (swap_values,) if chance.random() < 0.6 else MUTATIONS
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        if data:
            chance.choice(kinds)(data, chance)
    return bytes(data)


def begin() -> Workspace:
    """A session of two parties with a few answers."""
    repository = SessionRepository(ChecklistCatalog())
    agency, district = load().parties
    names = PartiesAndFacts(
        (party_from_legal_name(agency, "Lake City Police"), party_from_legal_name(district, "Lake City USD"))
    )
    workspace = repository.start(names)
    workspace.store.record(reworded(workspace.session, **ANSWERS))
    return workspace


def try_one(workspace: Workspace, path: Path, figures: Figures) -> None:
    """Take in a file, and take it back."""
    before = encode(workspace.session)
    try:
        file = read_back(path, workspace)
        assert isinstance(file, ReplyFile)
        reply = Reply(workspace, file, "" if file.session.copy else "district")
        assert source(reply, workspace) and account(reply) and as_object(reply)
        assert [*remarks(reply), outcome(reply)]
        if not reply.finish():
            figures.nothing_new += 1
        else:
            after = workspace.session
            assert decode(encode(after), "after").session == after
            figures.taken_in += 1
            workspace.undo()
    except MouError as refusal:
        assert refusal.message.strip()
        figures.refused += 1
    except Exception:
        traceback.print_exc()
        print(f"from {path.read_bytes()!r}", file=sys.stderr)
        figures.tracebacks += 1
    figures.touched += encode(workspace.session) != before


def run(count: int, seed: int, folder: Path) -> Figures:
    """Take in so many files."""
    workspace, chance, figures = begin(), random.Random(seed), Figures()
    copy = came_back(workspace, folder / "lake-for-district.mou.yaml").read_bytes()
    path = folder / "hostile.mou.yaml"
    for _ in range(count):
        path.write_bytes(hostile(copy, chance))
        try_one(workspace, path, figures)
        workspace.undo_stack.clear()
    workspace.close()
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many files")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same files")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOU_TUI_HOME"] = folder
        figures = run(chosen.count, chosen.seed, Path(folder))
    print(figures)
    return 1 if figures.tracebacks or figures.touched else 0


if __name__ == "__main__":
    sys.exit(main())
