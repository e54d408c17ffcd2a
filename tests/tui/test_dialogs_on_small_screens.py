"""In a dialog on a small screen, what one is at and the buttons are in sight, and each button shows its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widget import Widget
from textual.widgets import Button, OptionList

from mou_tui.session.in_force import InForce
from mou_tui.session.meeting import Position
from mou_tui.session.model import Signatory
from mou_tui.tui.dialogs.form_fields import FormField
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.workspace.forms import (
    CHECK,
    DEFERRAL,
    SIGNED_FILE,
    FieldSpec,
    in_force_fields,
    minutes_fields,
    signatory_fields,
    speaker_fields,
)
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview
from tests.tui.test_proposals import PROPOSALS

TINY = (40, 12)
_EDGES = " █▁▂▃▄▅▆▇"
LONG = "What is recorded here is read out at the next meeting, and whoever signs has it before them. " * 3
FORMS = {
    "in force": (*in_force_fields(InForce()), SIGNED_FILE),
    "a signatory": signatory_fields(Signatory(), "the Chair"),
    "a check": CHECK,
    "a deferral": DEFERRAL,
    "an action": minutes_fields("action"),
    "a speaker": speaker_fields(Position("agrees", "Because.")),
    "a sentence of many lines": (FieldSpec("why", "Why?", "We talked about it. " * 30, kind="sentence"), *CHECK),
}


def is_whole(person: Person, widget: Widget) -> bool:
    """Whether a widget is on the screen, and no part of it scrolled away."""
    place = person.app.screen.find_widget(widget)
    return bool(place.region) and place.region.intersection(place.clip) == place.region


def highlighted_row_is_seen(person: Person) -> bool:
    rows = person.app.screen.query_one(OptionList)
    assert rows.highlighted is not None
    words = str(rows.get_option_at_index(rows.highlighted).prompt)
    place = person.app.screen.find_widget(rows)
    assert place.region.intersection(place.clip) == place.region
    # What is no text there is the edge of the dialog and the scrollbar, between which a row is broken in two.
    region = place.region
    lines = [line[region.x : region.right].strip(_EDGES) for line in person.lines[region.y : region.bottom]]
    return words in " ".join(lines)


@pytest.mark.parametrize("size", [NARROW, SMALL, TINY])
@pytest.mark.parametrize("explanation", ["", LONG], ids=["", "explained"])
@pytest.mark.parametrize("form", FORMS)
async def test_the_field_one_is_at_and_the_buttons_of_a_form_are_in_sight(
    repository: SessionRepository, begin: Begin, form: str, explanation: str, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        dialog = FormDialog("A form", FORMS[form], "Record", explanation, draft=None)
        await person.app.push_screen(dialog)
        await person.settles()
        visited: list[str] = []
        while person.at not in visited:
            assert person.app.focused and is_whole(person, person.app.focused), (person.at, person.screen)
            assert all(is_whole(person, button) for button in dialog.query(Button)), (person.at, person.screen)
            visited.append(person.at)
            await person.press("tab")
        # From the first field to the last and only then to the buttons.
        assert visited == [*(f"field-{field.id}" for field in FORMS[form]), "done", "cancel"]


async def test_the_label_of_the_field_one_is_at_is_in_sight_on_the_way_back_too(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(), size=SMALL) as person:
        await person.press("ctrl+r", "s", "f", "down", "enter")
        assert person.holds("In force: adopted and signed")
        for _ in range(9):
            await person.press("shift+tab")
            field = person.app.focused and person.app.focused.parent
            if isinstance(field, FormField):
                assert is_whole(person, field), person.screen
                assert person.holds(field.spec.label)


@pytest.mark.parametrize("size", [NARROW, SMALL, TINY])
async def test_the_row_one_is_at_in_the_list_of_documents_is_in_sight(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose="We agree."), size=size) as person:
        await person.press("ctrl+r", "e")
        rows = person.query("OptionList", OptionList)
        for _ in range(rows.option_count):
            assert highlighted_row_is_seen(person), (person.row, person.screen)
            await person.press("down")
        await person.press("end")
        assert person.row == "The review date and all deadlines, for a calendar"
        assert highlighted_row_is_seen(person), person.screen


@pytest.mark.parametrize("size", [NARROW, SMALL, TINY])
async def test_the_last_of_many_choices_is_in_sight_below_a_long_explanation(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    choices = [(str(number), f"Choice {number}") for number in range(40)]
    async with open_interview(repository, begin(), size=size) as person:
        await person.app.push_screen(ChoiceDialog("Which one?", choices, LONG, chosen="39"))
        await person.settles()
        assert highlighted_row_is_seen(person), person.screen
        assert person.holds("Which one?")
        for key in ("home", "end", "up", "pageup"):
            await person.press(key)
            assert highlighted_row_is_seen(person), (key, person.screen)


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
@pytest.mark.parametrize("keys", ["proposals", "agenda", "blanks", "history", "review", "signing"])
async def test_each_button_below_a_list_shows_its_words(
    repository: SessionRepository, begin: Begin, keys: str, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="Loud schools for [number] days.")
    workspace.store.record(replace(workspace.session, proposals=PROPOSALS))
    async with open_interview(repository, workspace, size=size) as person:
        if keys == "signing":
            await person.press("ctrl+r", "s")
        else:
            await person.does(keys)
        buttons = [button for button in person.app.screen.query(Button) if button.display]
        assert buttons
        for button in buttons:
            words = str(button.label)
            assert button.region.height == 1 and button.content_size.width >= len(words), words
            button.focus()
            await person.settles()
            button.scroll_visible(animate=False)
            await person.settles()
            assert words in person.lines[button.region.y], (words, person.screen)
