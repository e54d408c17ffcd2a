"""The story of two laptops, told by keys alone to two real programs in two real terminals.

    python -m tests.tui.apart_story

The police send a copy, both sides go on for two weeks, the school board meets alone, and the room settles what both
changed. Run by itself, it writes the record of it to `tests/data`, where the test looks.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import markdown
from mou_tui.session.codec import decode
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.copies import reworded
from tests.tui.facilitator import ALL, SPACE, Facilitator, set_clock
from tests.tui.terminal import END, ENTER, ESCAPE, F7, LEFT, RIGHT, SHIFT_TAB, TAB, Terminal, ctrl, pasted

RECORD = Path(__file__).parents[1] / "data" / "apart-record.md"
FIRST = {
    "purpose": "The parties want calm schools.",
    "scope": "Two officers serve the Schools.",
    "duties": "The officer has three roles.",
    "not-discipline": "The officer takes no part in discipline.",
    "conduct-line": "Staff handle what breaks a rule and no law.",
    "questioning": "A parent is called before an officer questions a student.",
}
"""What both begin with."""
POLICE = {
    "purpose": "The parties want safe schools.",
    "scope": "Three officers serve the Schools.",
    "duties": "The officer has three roles, and teaches.",
    "not-discipline": "The officer takes no part in discipline at all.",
}
DISTRICT = {
    "purpose": "The parties want schools in which students learn.",
    "scope": "One officer serves each of the Schools.",
    "conduct-line": "Staff handle whatever breaks a rule and no law.",
    "questioning": "A parent is there before an officer questions a student.",
}
NOW = datetime(2026, 12, 2, 12, 0)


@contextmanager
def program(file: Path, time: str, first_id: int, checklist: Checklist) -> Iterator[Facilitator]:
    """The program on one of the laptops, from its first screen until it has been quit."""
    clock = file.with_name("clock")
    set_clock(clock, time)
    with closing(Terminal(clock, str(first_id), file, module="tests.tui.at_a_time")) as terminal:
        facilitator = Facilitator(terminal, clock, checklist)
        facilitator.sees("Text ")
        yield facilitator
        terminal.press(ctrl("q"), "Saved in")
        assert terminal.end() == 0


def begin(path: Path) -> Path:
    """Write the session that both begin with."""
    repository = SessionRepository(ChecklistCatalog(), lambda: datetime(2026, 11, 14, 10, 42))
    agency, district = repository.checklist.parties
    names = PartiesAndFacts(
        (
            party_from_legal_name(agency, "Harlow Bend Police Department"),
            party_from_legal_name(district, "Harlow Bend City School District"),
        ),
        {"state": "Ohio"},
    )
    workspace = repository.start(names, path=path)
    workspace.store.record(reworded(workspace.session, **FIRST))
    workspace.close()
    return path


def rewords(facilitator: Facilitator, texts: dict[str, str]) -> None:
    """Write other words into clauses."""
    for place, text in texts.items():
        facilitator.goes_to(place)
        facilitator.press(ENTER, ALL, pasted(text), until=text[:40])


def sends(facilitator: Facilitator) -> None:
    """Send a copy to the district."""
    facilitator.does("send", until="Send a copy to which party?")
    facilitator.press(END, ENTER, until="In the copy:")
    facilitator.gives(ENTER, until="Mail it")


def meets_alone(facilitator: Facilitator) -> None:
    """The district meets without the police, says what it can live with, and decides something."""
    facilitator.press(ctrl("k"), until="Who is here? · the first meeting")
    facilitator.press(SHIFT_TAB, SPACE, until="[ ] Police Department")
    facilitator.press(TAB * 3, "Helen Marsh, Superintendent", until="Helen Marsh")
    facilitator.gives(ENTER * 2, until="The meeting has begun.")
    facilitator.goes_to("duties")
    facilitator.at("2026-11-30 18:20")
    facilitator.explains(F7, RIGHT, "l", LEFT, "o", reason="the police want to teach as well")
    facilitator.notes("decision", "The board holds a hearing in January.", in_general=True)
    facilitator.at("2026-11-30 19:05")
    facilitator.ends_the_meeting()


def takes_in(facilitator: Facilitator, copy: Path) -> None:
    """Take in the copy of the district, looking at what it changes before."""
    facilitator.does("take_in", until="paste a path")
    facilitator.press(str(copy), ENTER, until="Changed by both · 2")
    facilitator.sees("2 clauses changed by them, 2 by both,", "Here now", "In the copy")
    facilitator.press(ENTER, until="Took in")


def settles(facilitator: Facilitator) -> None:
    """Both sides meet, and choose among the wordings that stand side by side."""
    facilitator.press(ctrl("k"), until="Who is here? ·")
    facilitator.press("Renata Kowalski, Chief of Police", until="Renata")
    facilitator.press(ENTER * 3, until="Esc Back")
    facilitator.press(ESCAPE, until="Ctrl+N Next")
    for place, number in (("purpose", 1), ("scope", 2), ("duties", 1)):
        facilitator.goes_to(place)
        facilitator.at("2026-12-02 10:20")
        facilitator.does("choose", until="Choose A:")
        facilitator.press(TAB * number, ENTER, until="Chosen: ")
    facilitator.explains(F7, "a", "l", LEFT, "w", reason="for the first year only")
    facilitator.notes("decision", "Both boards vote in January.", in_general=True)
    facilitator.at("2026-12-02 11:00")
    facilitator.ends_the_meeting()


def tell(folder: Path, checklist: Checklist) -> Path:
    """Tell the story, and return the session file of the police."""
    for name in ("police", "district"):
        (folder / name).mkdir()
    ours = begin(folder / "police" / "harlow.mou.yaml")
    sent, theirs = (folder / name / "harlow-for-district.mou.yaml" for name in ("police", "district"))
    with program(ours, "2026-11-16 09:00", 1, checklist) as police:
        sends(police)
        sent.replace(theirs)
        with program(theirs, "2026-11-20 18:00", 500, checklist) as district:
            police.at("2026-11-24 10:00")
            rewords(police, POLICE)
            rewords(district, DISTRICT)
            district.at("2026-11-30 18:00")
            meets_alone(district)
        theirs.replace(sent)
        police.at("2026-12-02 10:00")
        takes_in(police, sent)
        settles(police)
    return ours


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["MOU_TUI_HOME"] = home
        file = tell(Path(home), load())
        RECORD.write_text(markdown(load(), decode(file.read_bytes(), "f").session, "record", now=NOW), "utf-8")
