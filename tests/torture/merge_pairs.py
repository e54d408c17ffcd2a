"""Merge random pairs of sessions over every question of the checklist, and see that nothing is lost or unreadable.

    python -m tests.torture.merge_pairs [--count 1000 --seed 11]

Every wording that a side wrote must be in what comes out or its history, nothing like a marker of git may be in it, the
strict reader must take it, and both renderers must write the draft and the record. Prints figures; exits with 1 if not.
"""

from __future__ import annotations

import argparse
import random
import sys
import traceback
from dataclasses import dataclass, replace
from datetime import datetime

from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.exchange.export import Document, export_file
from mou_tui.merging.sessions import merge
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import ChecklistRef, Session
from tests.merging import edits
from tests.merging.test_laws import words_of

AT, NOW = "2026-11-27 09:00", datetime(2026, 11, 30)
DOCUMENTS: tuple[Document, ...] = ("draft", "record")
RENDERED_EVERY = 5
"""Of so many pairs one is also written as documents, which takes longest."""


@dataclass
class Figures:
    """What came of the pairs."""

    pairs: int = 0
    lost: int = 0
    markers: int = 0
    unreadable: int = 0

    def __str__(self) -> str:
        return f"{self.pairs:,} pairs: {self.lost} lost, {self.markers} with markers, {self.unreadable} unreadable"


def edited(session: Session, count: int, chance: random.Random) -> Session:
    """The session after so many random edits."""
    for _ in range(count):
        session = chance.choice(edits.EDITS)(session, chance.randrange(64), chance.randrange(8))
    return session


def lost_wordings(out: Session, side: Session, base: Session | None) -> int:
    """How many wordings that a side wrote are nowhere in what came out."""
    everything = "\n".join(sorted(words_of(out)))
    texts = (
        answer.text.strip()
        for clause_id, answer in side.answers.items()
        if base is None or answer.text != base.answer(clause_id).text
    )
    return sum(text not in everything for text in texts)


def is_readable(out: Session, data: bytes, checklist: Checklist, *, is_rendered: bool) -> bool:
    """Whether the strict reader takes a session, and both renderers write it."""
    try:
        if decode(data, "out").session != out:
            return False
        asked = with_own_clauses(checklist, out.clauses)
        for document in DOCUMENTS if is_rendered else ():
            export_file(asked, out, document, "md", now=NOW)
            export_file(asked, out, document, "html", now=NOW)
    except Exception:
        traceback.print_exc()
        return False
    return True


def run(count: int, seed: int) -> Figures:
    """Merge so many pairs; of every fourth nothing says what both began with."""
    checklist, chance, figures = load(), random.Random(seed), Figures()
    edits.CLAUSES = tuple(question.id for question in checklist.questions())
    edits.TEXTS = tuple(text for text in edits.TEXTS if "<<<" not in text)
    begun = replace(edits.BASE, checklist=ChecklistRef("sro", checklist.version), answers={})
    for number in range(count):
        before = edited(begun, 60, chance)
        ours, theirs = (edited(before, chance.randrange(30), chance) for _ in range(2))
        base = before if number % 4 else None
        out = merge(ours, theirs, base, at=AT).session
        data = encode(out)
        figures.pairs += 1
        figures.lost += sum(lost_wordings(out, side, base) for side in (ours, theirs))
        figures.markers += b"<<<<<<<" in data or b">>>>>>>" in data
        figures.unreadable += not is_readable(out, data, checklist, is_rendered=number % RENDERED_EVERY == 0)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many pairs")
    parser.add_argument("--seed", type=int, default=11, help="the same seed makes the same pairs")
    chosen = parser.parse_args()
    figures = run(chosen.count, chosen.seed)
    print(figures)
    return 1 if figures.lost or figures.markers or figures.unreadable else 0


if __name__ == "__main__":
    sys.exit(main())
