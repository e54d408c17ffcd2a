"""An agreement in Washington, from the form that begins it to the requirements beside its own sentences."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.exchange.data_file import data_file
from mou_tui.reports.requirements import requirement_rows
from mou_tui.session.codec import decode
from mou_tui.session.model import ChecklistRef, Session
from mou_tui.tui.screens.requirements import RequirementsScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.facilitator import Facilitator
from tests.tui.interview_app import NARROW, Person, open_interview
from tests.tui.terminal import DOWN, END, ENTER, Terminal, ctrl
from tests.tui.test_layers_chosen import begins_in
from tests.washington import ANSWERED, BEGINS, CLAUSES, expected_states


def states(checklist: Checklist, session: Session) -> dict[str, tuple[str, str]]:
    """The state and the sentence of each requirement, as they are exported."""
    page = json.loads(data_file(checklist, session, "requirements", "json"))
    return {item["id"]: (item["state"], item["sentence"]) for item in page["requirements"]}


async def point(person: Person, line: str, question: str) -> None:
    """Choose the sentence beside a requirement, on the screen that lists them."""
    screen = person.app.screen
    assert isinstance(screen, RequirementsScreen)
    await person.press("home")
    while screen.row != f"wa/{line}":
        await person.press("down")
    await person.press("enter")
    offered = person.workspace.requirements.offered(screen._requirements[f"wa/{line}"])
    index = next(at for at, item in enumerate(offered) if (item.question, item.text) == (question, CLAUSES[question]))
    await person.press(*["down"] * index, "enter")


async def test_each_requirement_of_washington_has_its_sentence_or_none(
    repository: SessionRepository, sro: Checklist
) -> None:
    async with open_interview(repository, size=NARROW) as person:
        await begins_in(person, "Washington")
        await person.press("enter")
        for question, sentence in CLAUSES.items():
            await person.interview.controllers.clause.open(question)
            assert person.holds("Washington law:")
            await person.types(f"{BEGINS} {sentence}")
        await person.does("requirements")
        assert person.holds("12 asked · words pointed to beside 0 · for counsel 1")
        for line, question in ANSWERED.items():
            await point(person, line, question)
        assert person.holds("12 asked · words pointed to beside 8 · for counsel 1")
        assert states(sro, person.workspace.session) == expected_states()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_same_is_done_by_keys_alone_in_a_terminal(tmp_path: Path, sro: Checklist) -> None:
    with closing(Terminal(size=NARROW)) as terminal:
        room = Facilitator(terminal, tmp_path / "clock", sro)
        room.sees("Start a new agreement")
        room.press(ENTER, until="A new agreement: who is making it?")
        room.press("Lake City Police Department", ENTER, until="█the Police Department")
        room.press(ENTER + "Lake City Schools", ENTER, until="█the School District")
        room.press(ENTER + "WA", until="[x] Washington law")
        room.press(ENTER, until="1.1 What should an SRO achieve")
        for question, sentence in CLAUSES.items():
            room.goes_to(question)
            room.sees("Washington law:")
            room.types(f"{BEGINS} {sentence}")
            room.sees(sentence.split()[-1])
        room.does("requirements", until="12 asked · words pointed to beside 0")
        pointed = 0
        for row in order(sro):
            if row in ANSWERED:
                pointed += 1
                room.press(ENTER, until="Which of our sentences belongs beside it?")
                room.gives(DOWN, ENTER, until=f"words pointed to beside {pointed} ")
            room.types(DOWN)
        room.types(END)
        room.sees("For counsel: whether it applies")
        terminal.press(ctrl("q"), "Saved in")
        assert terminal.end() == 0

    (file,) = paths.documents().glob("*.mou.yaml")
    assert states(sro, decode(file.read_bytes(), file.name).session) == expected_states()


def order(checklist: Checklist) -> list[str]:
    """The lines of the law of Washington in the order in which they are listed."""
    (layer,) = (layer for layer in checklist.layers if layer.id == "wa")
    session = Session(ChecklistRef(checklist.id, checklist.version))
    return [row.line.id for row in requirement_rows(checklist, session, layer)]
