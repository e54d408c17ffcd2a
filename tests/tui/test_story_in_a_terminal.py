"""The story of the two meetings, told by keys alone to the real program in a real terminal.

It is the very story of `tests/story.py`: whatever the size of the terminal, the session file is byte for byte the one
that was told through the workspace and the room, and the documents made from it are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import markdown
from mou_tui.session.codec import decode
from tests.story import DATA, DOCUMENTS, Story
from tests.story_texts import AND_WHO_DECIDES, CONFER_FIRST, MEET_THEN_DECIDE, PREPARED, WITHDRAWAL
from tests.tui.facilitator import ALL, BACKWARDS, SPACE, Facilitator, set_clock
from tests.tui.terminal import (
    DOWN,
    END,
    ENTER,
    ESCAPE,
    F5,
    F7,
    F12,
    LEFT,
    RIGHT,
    SHIFT_TAB,
    TAB,
    UP,
    Terminal,
    ctrl,
    pasted,
)

SIZES = ((80, 24), (120, 40))


@contextmanager
def open_interview(
    file: Path, size: tuple[int, int], time: str, first_id: int, checklist: Checklist
) -> Iterator[Facilitator]:
    """One run of the program, from its first screen until it has been quit."""
    clock = file.with_name("clock")
    set_clock(clock, time)
    with closing(Terminal(clock, str(first_id), file, size=size, module="tests.tui.at_a_time")) as terminal:
        yield Facilitator(terminal, clock, checklist)
        terminal.press(ctrl("q"), "Saved in")
        assert terminal.end() == 0


def prepare(facilitator: Facilitator) -> None:
    """What the facilitator writes before anybody meets."""
    facilitator.sees("Empty fields become")
    facilitator.press("Harlow Bend Police Department", ENTER, until="█the Police Department")
    facilitator.press(ENTER * 3, "Harlow Bend City School District", ENTER, until="█the School District")
    facilitator.press(
        ENTER * 3, "Ohio", ENTER, "Harlow Bend High School and Mill Street Middle School", until="Mill Street"
    )
    facilitator.press(TAB, until="█e.g. July 1, 2027")
    facilitator.press("August 16, 2027", TAB * 5, ENTER, until="Another party")
    facilitator.press("Harlow Bend Parent Council", ENTER, "the Parent Council", ENTER, "the Chair", until="█the Chair")
    facilitator.press(TAB * 6, ENTER, until="Parties and facts are set.")
    for place, example in PREPARED.items():
        facilitator.takes(place, example)
        facilitator.adopts(until="has blanks" if place in ("purpose", "complaints", "review") else "Text: written")
    facilitator.press(F5, "June 1", until="Text: written")
    facilitator.goes_to("purpose")
    facilitator.press(
        ALL,
        "The SRO program is to make the Schools safer and to build trust between students, families, staff and "
        "police. The parties look each June at three figures: fights with injury, weapons found, and students who "
        "say in the spring survey that they would report a threat.",
        until="threat.",
    )


def meet_first(facilitator: Facilitator) -> None:
    """The first meeting, from who is there to what is left for the next one."""
    facilitator.press(ctrl("k"), until="Who is here? · the first meeting")
    facilitator.press("Renata Kowalski, Chief of Police; Tom Adeyemi, Sergeant, School Unit", until="Tom Adeyemi")
    facilitator.press(
        ENTER, "Helen Marsh, Superintendent; Luis Ortega, Principal, Harlow Bend High School", until="Luis Ortega"
    )
    facilitator.press(ENTER, "Priya Nair, Chair", ENTER, "Walt Brenner, City Attorney", until="Walt Brenner")
    facilitator.press(ENTER, until="The meeting has begun.")
    settle_discipline(facilitator)
    check_the_line(facilitator)
    object_to_questioning(facilitator)
    disagree_on_removal(facilitator)
    facilitator.goes_to("searches")
    facilitator.at("2027-01-13 19:20")
    facilitator.puts_off("Walt Brenner, City Attorney", "February 5")
    facilitator.goes_to("cost-share")
    facilitator.notes(
        "note", "The School District can name a share only after the levy vote of February 2; the 2026 share was half."
    )
    facilitator.notes(
        "check",
        "whether the city’s insurance covers an SRO at evening events",
        "Walt Brenner",
        "February 5",
        in_general=True,
    )
    facilitator.at("2027-01-13 19:34")
    facilitator.ends_the_meeting()


def settle_discipline(facilitator: Facilitator) -> None:
    """2.2: an objection, a wording proposed instead, a choice, a decision, an action."""
    facilitator.takes("not-discipline", "informal")
    facilitator.adopts()
    facilitator.at("2027-01-13 18:11")
    facilitator.explains(
        *(F7, "a", "o"),
        reason="an officer who may remind students of rules will soon be asked to enforce them",
    )
    facilitator.proposes(wording=facilitator.example("not-discipline", "standby"))
    facilitator.at("2027-01-13 18:24")
    facilitator.chooses_the_second()
    facilitator.explains(F7, RIGHT, "a", LEFT * 2, "l", LEFT, "w", reason="if staff are told before school starts")
    facilitator.types(RIGHT * 2, "a")
    facilitator.notes("decision", "The SRO stays out of school discipline, in both Schools, from the first day.")
    facilitator.notes("action", "write the notice to staff on when to call the SRO", "Luis Ortega", "January 29")


def check_the_line(facilitator: Facilitator) -> None:
    """2.3: the agency must check first."""
    facilitator.goes_to("conduct-line")
    facilitator.at("2027-01-13 18:40")
    facilitator.press(CONFER_FIRST, F7, RIGHT, "a", "l", LEFT * 2, "c", until="With whom?")
    facilitator.press("the City Attorney", ENTER, "February 5", ENTER, until="February 5")
    facilitator.closes("whether Ohio law lets an officer leave a small amount of drugs to the school", ENTER)


def object_to_questioning(facilitator: Facilitator) -> None:
    """2.5: a party that is consulted objects, and that stays so."""
    facilitator.goes_to("questioning")
    facilitator.at("2027-01-13 18:58")
    facilitator.takes("questioning", "adult-present")
    facilitator.press("30", F5, "an assistant principal", until="Text: written")
    facilitator.explains(
        *(F7, LEFT, "o"),
        reason="thirty minutes are too few for a parent who works out of town; the council asks for two hours",
    )
    facilitator.press(F12, until="The objection")


def disagree_on_removal(facilitator: Facilitator) -> None:
    """3.4: two wordings, and no choice yet."""
    facilitator.goes_to("removal")
    facilitator.at("2027-01-13 19:08")
    facilitator.takes("removal", "agency")
    facilitator.adopts()
    facilitator.explains(
        *(F7, "a", "o"),
        reason="the Superintendent answers for every adult in the Schools and cannot wait ten days",
    )
    facilitator.proposes(wording=WITHDRAWAL)


def work_between(facilitator: Facilitator) -> None:
    """What came of it in the four weeks until they met again."""
    facilitator.does("agenda", until="Actions to report on")
    facilitator.press(DOWN * 4, ENTER, until="[x] 2.2 Luis Ortega: write the notice")
    facilitator.press(ESCAPE, until="Ctrl+N Next")
    facilitator.goes_to("conduct-line")
    facilitator.at("2027-02-05 11:25")
    facilitator.press(F7, ctrl("u"), until="is unlocked")
    facilitator.press(ALL, pasted(AND_WHO_DECIDES), until="two disagree")
    facilitator.notes(
        "note", "The City Attorney has no objection if small amounts of drugs are reported on the same school day."
    )
    facilitator.goes_to("removal")
    facilitator.proposes(F7, LEFT, wording=MEET_THEN_DECIDE)


def meet_again(facilitator: Facilitator) -> None:
    """The second meeting, on the agenda the first one left."""
    facilitator.press(ctrl("k"), until="the last meeting was on January 13, 2027")
    facilitator.press(
        BACKWARDS, "Renata Kowalski, Chief of Police", ENTER * 2, SHIFT_TAB, SPACE, until="[ ] Parent Council"
    )
    facilitator.press(
        TAB * 2, BACKWARDS, "Walt Brenner, City Attorney; Joan Petrak, Member of the City Council", until="Joan"
    )
    facilitator.press(ENTER, until="Confirm what was prepared (2)")
    facilitator.sees("2.5 Questioning students: Parent Council objects", "3.4 Removal and replacement: 2 wordings")
    facilitator.press(ENTER, until="1 of 2 ")
    facilitator.press("l", until="2 of 2 ")
    facilitator.press("l", until="2 of 2 confirmed")
    facilitator.press(ENTER, until="can live with 3.2, 10.1")
    facilitator.press(ESCAPE, until="Ctrl+N Next")
    settle_the_line(facilitator)
    settle_removal(facilitator)
    facilitator.goes_to("searches")
    facilitator.at("2027-02-10 18:55")
    facilitator.press(ctrl("l"), until="The check is no longer needed")
    facilitator.puts_off("Walt Brenner, City Attorney", "February 26, once the county prosecutor has answered")
    name_the_signatories(facilitator)
    facilitator.notes("decision", "Both attorneys read this draft before the next meeting.", in_general=True)
    facilitator.notes(
        "action", "put the draft on the agenda of the City Council", "Renata Kowalski", "March 2", in_general=True
    )
    facilitator.does("milestone", until="What is this moment called?")
    facilitator.gives("First reading complete", ENTER, until="Noted: First")
    facilitator.at("2027-02-10 19:21")
    facilitator.ends_the_meeting()


def settle_the_line(facilitator: Facilitator) -> None:
    """2.3: nobody needs to check any more."""
    facilitator.goes_to("conduct-line")
    facilitator.at("2027-02-10 18:15")
    reason = "the first year will show whether the same day is enough time"
    facilitator.explains(F7, "a", "l", LEFT, "w", reason=reason)


def settle_removal(facilitator: Facilitator) -> None:
    """3.4: one of the two wordings, with a condition."""
    facilitator.goes_to("removal")
    facilitator.at("2027-02-10 18:34")
    facilitator.chooses_the_second()
    facilitator.explains(F7, RIGHT, "a", LEFT * 2, "l", LEFT, "w", reason="because the two meet first")
    facilitator.notes("decision", "The Superintendent may have an SRO withdrawn, after meeting the Chief of Police.")


def name_the_signatories(facilitator: Facilitator) -> None:
    """On the page before one signs."""
    facilitator.does("sign", until="This page counts")
    facilitator.press(END, UP * 2, ENTER, until="Who signs for the Police Department?")
    facilitator.press(
        "Renata Kowalski", ENTER * 2, "vote of the City Council", ENTER, "March 2, 2027", ENTER, until="Who signs is"
    )
    facilitator.press(DOWN, ENTER, until="Who signs for the School District?")
    facilitator.closes("Helen Marsh", ENTER * 4)
    facilitator.press(ESCAPE, until="Ctrl+N Next")


def tell(folder: Path, checklist: Checklist, size: tuple[int, int]) -> Path:
    """Tell the whole story in a terminal of a size, and return the session file."""
    file = folder / f"{size[0]}x{size[1]}" / "story.mou.yaml"
    file.parent.mkdir()
    with open_interview(file, size, "2027-01-04 09:00", 1, checklist) as facilitator:
        prepare(facilitator)
    with open_interview(file, size, "2027-01-13 18:02", 1, checklist) as facilitator:
        meet_first(facilitator)
    with open_interview(file, size, "2027-01-28 15:10", 12, checklist) as facilitator:
        work_between(facilitator)
    with open_interview(file, size, "2027-02-10 18:00", 13, checklist) as facilitator:
        meet_again(facilitator)
    return file


@pytest.mark.long
def test_two_meetings_by_keys_alone_leave_the_session_that_was_told(tmp_path: Path, sro: Checklist) -> None:
    with ThreadPoolExecutor() as both:
        small, large = both.map(partial(tell, tmp_path, sro), SIZES)
    story = Story(tmp_path / "told.mou.yaml")
    story.tell()

    assert small.read_bytes() == large.read_bytes()
    assert small.read_text("utf-8") == story.path.read_text("utf-8")
    for document in DOCUMENTS:
        written = markdown(sro, decode(small.read_bytes(), small.name).session, document, now=story.clock())
        assert written == (DATA / f"story-{document}.md").read_text("utf-8")
