"""The review of the next term: what comes along from the agreement in force, and what stays behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.checklist.layers import LayerChange
from mou_tui.checklist.loader import load
from mou_tui.draft.draft import assemble
from mou_tui.draft.progress import assess_progress
from mou_tui.reports.agenda import agenda
from mou_tui.reports.changes import change_of
from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry, History
from mou_tui.session.in_force import InForce
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position
from mou_tui.session.model import Answer, ChecklistRef, Party, Session, Signatory
from mou_tui.session.parts import Exhibit, OwnClause
from mou_tui.session.requirements import LayerRef
from mou_tui.session.standing import agreement_digest
from mou_tui.workspace.next_session import default_path
from mou_tui.workspace.renewed_session import renewal_of
from tests.workspace.parties import OpenWorkspace

SRO = load()
COUNTS = "The Police Department shall report arrests from July 1, 2026, to June 30, 2027, each year.\n\nIt may do more."
DECIDES = Answer("The School District decides.")
SIGNED = Signatory("Pat", "Chief", "vote", "May 1, 2026")
ADOPTED = Session(
    ChecklistRef(SRO.id, SRO.version),
    "full",
    (
        Party(
            "agency",
            "police",
            "Lake City Police",
            "the Police Department",
            signatories=(Signatory("Pat", "Chief", "vote", "May 1, 2026"),),
        ),
        Party("district", "district", "Lake City USD", "the School District"),
    ),
    {"state": "Ohio", "start-date": "July 1, 2026", "end-date": "June 30, 2027"},
    answers={
        "counting": Answer(COUNTS, points=("a",), extra={"x-own": "kept there"}),
        "arrest": replace(
            DECIDES,
            positions={
                "agency": Position("objects", DECIDES.wording, "it is too slow", meeting="m1"),
                "district": Position("agrees", DECIDES.wording),
            },
        ),
        "own-00000001": Answer("Ours."),
        "body-cameras": Answer(not_applicable="there are none"),
        "pilot": Answer("  "),
    },
    people=(Person("p1", "Ann Poe"),),
    meetings=(Meeting("m1", "2026-04-01 10:00", "2026-04-01 11:00", ("agency",)),),
    actions=(Action("a1", "ask the insurer"),),
    clauses=(OwnClause("own-00000001", SRO.topics[0].id, "Dogs"),),
    exhibits=(Exhibit("e1", "Map"),),
    counsel="Insurance.",
    layers=(LayerRef("wa", "2026-11"),),
    history=History(added=(Entry("2026-04-01 10:10", "note", text="said in the room"),)),
    agreement="0123456789ab",
)
IN_FORCE = replace(ADOPTED, in_force=InForce("May 1, 2026", signed="May 2, 2026", digest=agreement_digest(ADOPTED)))


@pytest.fixture
def renewed(open_workspace: OpenWorkspace) -> Session:
    return renewal_of(open_workspace(IN_FORCE, SRO))


def test_its_words_are_in_force_and_the_first_wording_of_each_answer(renewed: Session) -> None:
    counting = renewed.answer("counting")
    assert counting.current == COUNTS
    assert counting.text == COUNTS.replace("July 1, 2026", "[start date]").replace("June 30, 2027", "[end date]")
    assert counting.origin and (counting.origin.kind, counting.origin.ref) == ("renewed", "0123456789ab")
    assert renewed.renews and renewed.renews.digest == agreement_digest(IN_FORCE)
    assert decode(encode(renewed), "a").session == renewed


def test_what_does_not_apply_has_no_words_in_force_though_its_text_is_kept(open_workspace: OpenWorkspace) -> None:
    kept = IN_FORCE.with_answer("arrest", Answer("Kept.", not_applicable="there are no arrests"))
    renewed = renewal_of(open_workspace(kept, SRO)).answer("arrest")
    assert (renewed.text, renewed.not_applicable, renewed.current) == ("Kept.", "there are no arrests", "")


def test_only_a_whole_date_becomes_a_blank_again(open_workspace: OpenWorkspace) -> None:
    session = IN_FORCE.with_fact("start-date", "the").with_answer("arrest", Answer("Call the chief by July 1, 2026."))
    assert renewal_of(open_workspace(session, SRO)).answer("arrest").text == "Call the chief by July 1, 2026."


def test_nothing_counts_as_written_or_supported_until_somebody_looks_at_it(renewed: Session) -> None:
    progress = assess_progress(SRO, renewed)
    assert (progress.written, progress.agreed) == (0, 0)
    assert change_of(renewed.answer("arrest")) == "untouched"
    looked = renewed.with_answer("arrest", renewed.answer("arrest").let_stand("2027-05-01 10:00"))
    assert assess_progress(SRO, looked).written == 1


def test_positions_meetings_and_the_rest_of_the_talks_stay_behind(renewed: Session) -> None:
    data = encode(renewed).decode()
    for left in ("said in the room", "Ann Poe", "insurer", "kept there", "positions:", "meetings:\n-"):
        assert left not in data
    assert renewed.in_force is None
    assert renewed.agreement == ""


def test_parties_facts_and_the_frame_come_along_with_the_dates_to_set(renewed: Session) -> None:
    assert renewed.facts == {"state": "Ohio"}
    assert renewed.party("agency").signatories == (Signatory("Pat", "Chief"),)
    assert (renewed.clauses, renewed.exhibits, renewed.counsel) == (ADOPTED.clauses, ADOPTED.exhibits, "Insurance.")
    assert (renewed.layers, renewed.depth) == (ADOPTED.layers, "full")
    assert renewed.answer("own-00000001").text == "Ours."
    assert renewed.answer("body-cameras").not_applicable == "there are none"
    assert "pilot" not in renewed.answers
    assert "[start date]" in assemble(SRO, renewed).opening
    assert renewed.replaces and renewed.replaces.date == "May 2, 2026"


def test_the_agenda_lists_promises_and_objections(renewed: Session) -> None:
    lines = [(item.number, item.text) for item in agenda(SRO, renewed).items if item.matter == "actions"]
    counting, arrest = SRO.number("counting"), SRO.number("arrest")
    promised = COUNTS.partition("\n")[0]
    assert (counting, f"bring what was promised: {promised}") in lines
    objected = "The Police Department objected to these words when they were adopted: it is too slow"
    assert (arrest, objected) in lines
    assert len(lines) == 2


def test_it_lists_the_law_that_changed_since(open_workspace: OpenWorkspace) -> None:
    (law,) = (layer for layer in SRO.layers if layer.id == "wa")
    news = LayerChange("2027-05", "training every year", (law.lines[0].id,))
    newer = replace(law, version="2027-05", changes=(*law.changes, news))
    layers = tuple(newer if layer is law else layer for layer in SRO.layers)
    renewed = renewal_of(open_workspace(IN_FORCE, replace(SRO, layers=layers)))
    (line,) = [action for action in renewed.actions if action.what.startswith("law that changed since")]
    assert line.what.endswith("training every year")
    assert line.question in SRO


def test_the_history_begins_with_the_words_in_force(renewed: Session) -> None:
    entries = renewed.history.entries
    assert {entry.place: entry.text for entry in entries if entry.kind == "wording"}["counting"] == COUNTS
    assert [entry.text for entry in entries if entry.kind == "milestone"] == ["the agreement in force"]


def test_of_wordings_side_by_side_the_one_on_the_table_comes_along(open_workspace: OpenWorkspace) -> None:
    undecided = replace(DECIDES, alternatives={"agency": Alternative("The Police Department decides.")})
    renewed = renewal_of(open_workspace(IN_FORCE.with_answer("arrest", undecided), SRO))
    assert renewed.answer("arrest").text == DECIDES.text
    assert not renewed.answer("arrest").alternatives


def test_words_that_were_not_recorded_as_in_force_get_an_agreement_to_review(open_workspace: OpenWorkspace) -> None:
    renewed = renewal_of(open_workspace(replace(ADOPTED, agreement=""), SRO))
    assert renewed.renews and len(renewed.renews.agreement) == 12
    assert renewed.answer("arrest").origin


def test_it_is_written_beside_the_agreement() -> None:
    assert default_path(Path("a/lake.mou.yaml"), "review") == Path("a/lake-review.mou.yaml")
