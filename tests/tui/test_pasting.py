from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message

from mou_tui.tui.runtime.unmarked_paste import UnmarkedPaste, _Parser
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import WIDE, open_interview

TABLE = "Who\tWhen\nSRO\ttoday"


class EditorApp(App[None]):
    def compose(self) -> ComposeResult:
        yield WordingEditor(id="answer")

    @property
    def editor(self) -> WordingEditor:
        return self.query_one(WordingEditor)


async def typed(keys: Iterable[str], start: str = "") -> str:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.load_wording(start, len(start))
        await pilot.press(*keys)
        return app.editor.text


@pytest.mark.parametrize(
    ("start", "text"),
    [
        ("- one", "- one\n- x"),
        ("1. one", "1. one\n2. x"),
        ("   (b) one", "   (b) one\n   (c) x"),
        ("h. one\ni. two", "h. one\ni. two\nj. x"),
        ("iv. one", "iv. one\nv. x"),
        ("No list", "No list\nx"),
        ("- one\n- ", "- one\nx"),
    ],
)
async def test_enter_goes_on_with_a_list_and_ends_it_behind_an_empty_item(start: str, text: str) -> None:
    assert await typed(["enter", "x"], start) == text


async def test_enter_before_the_words_of_an_item_is_a_mere_line_end() -> None:
    assert await typed(["home", "enter"], "- one") == "\n- one"


@pytest.mark.parametrize(
    ("start", "pasted", "text"),
    [
        ("3. c\n4. ", "1. fewer\n2. calmer\n3. safer", "3. c\n4. fewer\n5. calmer\n6. safer"),
        ("1. a\n2. ", "1.\tfewer\n2.\tcalmer", "1. a\n2. fewer\n3. calmer"),
        ("   (b) ", "(a) fewer\n   (i) one\n(b) calmer", "   (b) fewer\n      (i) one\n   (c) calmer"),
        ("- ", "- fewer\n- calmer", "- fewer\n- calmer"),
        ("4. ", "- fewer\n- calmer", "- fewer\n- calmer"),
        ("4. ", "fewer\n1. calmer", "4. fewer\n1. calmer"),
        ("4. Have ", "1. fewer", "4. Have 1. fewer"),
    ],
)
async def test_a_list_pasted_onto_an_empty_item_goes_on_with_it_and_one_key_takes_it_back(
    start: str, pasted: str, text: str
) -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.load_wording(start, len(start))
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert app.editor.text == text
        await pilot.press("ctrl+z")
        assert app.editor.text == start


async def test_a_paste_from_word_is_cleaned_and_one_key_brings_back_what_was_pasted() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        app.editor.load_wording("Fees:", 5)
        app.post_message(events.Paste(TABLE))
        await pilot.pause()
        assert app.editor.text == "Fees:\n\n| Who | When |\n|---|---|\n| SRO | today |"
        await pilot.press("ctrl+z")
        assert app.editor.text == f"Fees:{TABLE}"
        await pilot.press("ctrl+z")
        assert app.editor.text == "Fees:"


def fed(*reads: str) -> list[Message]:
    parser = _Parser()
    return [event for read in reads for event in parser.feed(read)]


def kinds(events_: list[Message]) -> list[str]:
    return [type(event).__name__ for event in events_]


@pytest.mark.parametrize("read", ["Who\tWhen\rSRO", "eight ab\r", "a\tb\tc\td\t", "\uf0b7\tOak tree"])
def test_a_read_of_eight_or_more_with_a_tab_or_a_line_end_is_a_paste(read: str) -> None:
    (paste,) = fed(read)
    assert isinstance(paste, UnmarkedPaste)
    assert paste.text == read
    assert len(paste.keys) == len(read)


@pytest.mark.parametrize("read", ["seven\r", "\t", "no break in here", "\x1b[A\x1b[B\r\r\r\r\r\r"])
def test_any_other_read_is_keys(read: str) -> None:
    assert set(kinds(fed(read))) == {"Key"}


def test_a_paste_that_is_marked_is_no_other_even_over_several_reads() -> None:
    assert kinds(fed("\x1b[200~first line\rsecond", " line\tand more\r", "end\x1b[201~")) == ["Paste"]
    assert kinds(fed("\x1b[200~x\x1b[201~", "Who\tWhen\rSRO")) == ["Paste", "UnmarkedPaste"]


def test_what_follows_a_full_read_goes_on_with_it() -> None:
    assert kinds(fed("a line\r" * 200, "\tb")) == ["UnmarkedPaste", "UnmarkedPaste"]


BROKEN = (
    "The School District shall employ the offi-\ncers for the whole of the school year and pay\nfor their training."
)
JOINED = "The School District shall employ the officers for the whole of the school year and pay for their training."


async def test_broken_lines_are_shown_before_and_after_and_joined_as_one_step(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose=BROKEN), size=WIDE) as person:
        await person.does("join_lines")
        assert person.holds("Join these lines?")
        assert person.holds("As it is")
        await person.press("enter")
        await person.settles()
        assert person.editor.text == JOINED
        await person.press("ctrl+z")
        await person.settles()
        assert person.editor.text == BROKEN


async def test_an_unmarked_paste_stays_in_the_answer_and_is_keys_elsewhere(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(), size=WIDE) as person:
        person.app.post_message(UnmarkedPaste("one\tand two\rthree", []))
        await person.settles()
        assert person.editor.text == "one\tand two\nthree"
        person.app.set_focus(None)
        person.app.post_message(UnmarkedPaste("x" * 8 + "\r", [events.Key("ctrl+n", None)]))
        await person.settles()
        assert person.workspace.clause_id != "purpose"
        assert person.editor.text == ""
