"""Sessions with two meetings, and the parts of the record made from them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt

from mou_tui.session.history import Entry, History, Kind
from mou_tui.session.meeting import Meeting, Person
from mou_tui.session.model import Answer, Party, Session
from tests.documents import record
from tests.strategies import EMPTY, SMALL

READER = MarkdownIt("commonmark").enable("table")
AGENCY = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
MEETING = Meeting("m1", "2027-01-13 18:00", "2027-01-13 19:30", ("agency", "district"), ("p1",))
SECOND = Meeting("m2", "2027-02-10 18:00", "2027-02-10 19:00", ("agency", "district"))
ROOM = replace(
    EMPTY, parties=(AGENCY, SCHOOLS), people=(Person("p1", "Pat Doe", "Chief", "agency"),), meetings=(MEETING, SECOND)
)


def headings(markdown: str) -> list[tuple[str, str]]:
    """The headings a reader sees: their level, and their words."""
    return [
        (token.tag, "".join(child.content for child in inline.children or ()))
        for token, inline in pairwise(READER.parse(markdown))
        if token.type == "heading_open"
    ]


def noted(*entries: Entry, **answers: Answer) -> Session:
    """A session of two meetings in which this was noted."""
    return replace(ROOM, history=History(added=entries), answers=answers)


def entry(
    kind: Kind,
    text: str = "",
    *,
    meeting: str = "m1",
    place: str = "alpha",
    party: str = "district",
    stand: str = "",
    at: str = "",
) -> Entry:
    day = {"m1": "2027-01-13 18:30", "m2": "2027-02-10 18:30"}
    return Entry(at or day[meeting], kind, place, party, stand, text=text, meeting=meeting)


def part(session: Session, heading: str, of: str = "Meeting of January 13, 2027") -> str:
    """What is under a heading of a meeting; empty if there is no such heading."""
    _, _, section = record(SMALL, session).partition(f"## {of}\n")
    section = re.split(r"^## ", section, maxsplit=1, flags=re.MULTILINE)[0]
    _, _, text_below = section.partition(f"### {heading}\n\n")
    return re.split(r"^### ", text_below, maxsplit=1, flags=re.MULTILINE)[0].strip()
