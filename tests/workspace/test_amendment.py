"""An amendment: a session with the words in force, and a document of nothing but what changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from mou_tui.draft.markdown_writer import write
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.draft.progress import assess_progress
from mou_tui.errors import Locked, Refused
from mou_tui.exchange.export import export_file
from mou_tui.reports.amendment import NOTHING_CHANGED, REST, amendment
from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Alternative, Position
from mou_tui.session.model import Answer, Session
from mou_tui.session.parts import Exhibit, OwnClause
from mou_tui.settings import ExportKind
from mou_tui.workspace.next_session import amendment_of
from tests.workspace.parties import OpenWorkspace
from tests.workspace.test_renewed_session import ADOPTED, COUNTS, DECIDES, IN_FORCE, SRO

OWN = "own-00000001"


@pytest.fixture
def amended(open_workspace: OpenWorkspace) -> Session:
    return amendment_of(open_workspace(IN_FORCE, SRO))


def document(session: Session) -> str:
    return write(amendment(with_own_clauses(SRO, session.clauses), session))


def test_it_begins_with_the_words_in_force_and_changes_nothing(amended: Session) -> None:
    assert amended.answer("counting").text == amended.answer("counting").current == COUNTS
    assert amended.answer("counting").origin is None
    assert (amended.facts, amended.clauses, amended.meetings) == (ADOPTED.facts, ADOPTED.clauses, ())
    assert amended.amends and amended.amends.agreement == ADOPTED.agreement
    assert NOTHING_CHANGED in document(amended)
    assert decode(encode(amended), "a").session == amended


def test_what_does_not_apply_is_not_removed_again_though_its_text_is_kept(open_workspace: OpenWorkspace) -> None:
    kept = IN_FORCE.with_answer("arrest", Answer("Kept.", not_applicable="there are no arrests"))
    amended = amendment_of(open_workspace(kept, SRO))
    assert (amended.answer("arrest").text, amended.answer("arrest").current) == ("Kept.", "")
    assert NOTHING_CHANGED in document(amended)
    applies = amended.with_answer("arrest", replace(amended.answer("arrest"), not_applicable=""))
    assert "is added:" in document(applies)


def test_what_the_parties_agreed_to_is_locked_until_somebody_unlocks_it(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(amendment_of(open_workspace(IN_FORCE, SRO)), SRO)
    (stance,) = workspace.session.answer("arrest").positions.items()
    assert (stance[0], stance[1].stand) == ("district", "agrees")
    with pytest.raises(Locked, match="unlock"):
        workspace.locks.require_unlocked("arrest")
    assert assess_progress(workspace.checklist, workspace.session).written == 3


CHANGES: dict[str, tuple[Callable[[Session], Session], str, str]] = {
    "replaced": (
        lambda session: session.with_answer("arrest", session.answer("arrest").write("The Sheriff decides.")),
        "is replaced by:",
        "The Sheriff decides.",
    ),
    "added": (
        lambda session: session.with_answer("questioning", Answer("A parent is told first.")),
        "is added:",
        "A parent is told first.",
    ),
    "removed": (
        lambda session: session.with_answer("arrest", session.answer("arrest").write("")),
        "is removed. Its number is reserved.",
        "Arrests and citations",
    ),
    "set aside": (
        lambda session: session.with_answer("arrest", replace(session.answer("arrest"), not_applicable="no SRO")),
        "is removed. Its number is reserved.",
        "Arrests and citations",
    ),
    "undecided": (
        lambda session: session.with_answer(
            "arrest", replace(session.answer("arrest"), alternatives={"agency": Alternative("No.")})
        ),
        "is not settled yet",
        "Arrests and citations",
    ),
    "opening": (lambda session: replace(session, opening="Between us."), "The opening is replaced by:", "Between us."),
    "counsel": (
        lambda session: replace(session, counsel="Each party insures itself."),
        "The terms from counsel are replaced by:",
        "Each party insures itself.",
    ),
    "exhibit": (
        lambda session: replace(session, exhibits=(*session.exhibits, Exhibit("e2", "Form"))),
        "Exhibit B, “Form”, is added.",
        "",
    ),
    "exhibit gone": (lambda session: replace(session, exhibits=()), "Exhibit A, “Map”, is removed.", ""),
    "own clause": (
        lambda session: replace(
            session, clauses=(*session.clauses, OwnClause("own-00000002", SRO.topics[0].id, "Cats"))
        ).with_answer("own-00000002", Answer("Cats stay out.")),
        "(Cats) is added:",
        "Cats stay out.",
    ),
    "own clause gone": (
        lambda session: replace(session, clauses=()).with_answer(OWN, Answer()),
        "(Dogs) is removed.",
        "",
    ),
    "caption": (
        lambda session: replace(session, clauses=(replace(session.clauses[0], caption="Animals"),)),
        "is changed to “Animals”.",
        "",
    ),
}


@pytest.mark.parametrize(("change", "says", "words"), CHANGES.values(), ids=CHANGES)
def test_it_gives_each_change_and_nothing_else(
    amended: Session, change: Callable[[Session], Session], says: str, words: str
) -> None:
    text = document(change(amended))
    body = text.partition("as follows:")[2].partition(REST)[0]
    assert says in body and words in body
    assert body.count("**") == 2, "one change, one sentence"
    assert COUNTS.partition("\n")[0] not in text
    assert "adopted on May 1, 2026 and signed on May 2, 2026" in text
    assert text.count("By: ") == 2


def test_a_change_of_line_breaks_alone_is_none(amended: Session) -> None:
    spaced = amended.with_answer("counting", amended.answer("counting").write(COUNTS.replace("\n\n", "\n\n\n")))
    assert NOTHING_CHANGED in document(spaced)


@pytest.mark.parametrize("kind", get_args(ExportKind))
def test_it_is_written_as_every_kind_of_file(amended: Session, kind: ExportKind, open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(amended.with_answer("arrest", DECIDES.write("The Sheriff decides.")), SRO)
    data = export_file(workspace.checklist, workspace.session, "amendment", kind, now=workspace.clock())
    assert len(data) > 500


def test_a_session_that_amends_nothing_says_so() -> None:
    assert "This session amends no agreement." in document(ADOPTED)


def test_what_is_not_in_force_is_not_amended(open_workspace: OpenWorkspace) -> None:
    with pytest.raises(Refused, match="it can be changed as it is"):
        amendment_of(open_workspace(ADOPTED, SRO))


def test_an_objection_is_not_carried_over(amended: Session) -> None:
    assert "agency" not in amended.answer("arrest").positions
    assert isinstance(amended.answer("arrest").positions["district"], Position)
