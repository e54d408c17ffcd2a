"""The worksheet that is handed out before a meeting: the law of the chosen state, and where it was read."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.markdown_writer import write
from mou_tui.reports.worksheet import worksheet
from tests.checklist.content import FILLED, SRO


def text(state: str) -> str:
    return " ".join(write(worksheet(SRO, replace(FILLED, depth="essential").with_fact("state", state))).split())


def test_the_law_of_the_state_stands_at_its_question_and_its_sources_at_the_end() -> None:
    page = text("Ohio")
    first, _, rest = page.partition("**1.2 ")
    assert "**Ohio law:** Ohio asks for an agreement" in first
    assert "(Ohio Rev. Code 3313.951)." in first
    assert "read in a copy" not in rest.partition("Where the law was read")[0]
    assert (
        "Ohio Revised Code 3313.951 (codes.ohio.gov; read in a copy at legalfix.com); read November 30, 2026." in page
    )
    assert "Where no law of Ohio is named at a question, that does not mean that there is none." in page


def test_without_a_state_no_law_is_named() -> None:
    page = text("")
    assert " law:**" not in page
    assert "Where the law was read" not in page


def test_a_question_for_everyone_says_so_plainly() -> None:
    assert "Discuss this with everyone present." in text("Ohio")
