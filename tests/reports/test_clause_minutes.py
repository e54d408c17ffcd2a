"""What the record says of a clause: positions, objections, and how its wording changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.session.history import Entry
from mou_tui.session.meeting import Alternative, Position
from mou_tui.session.model import Answer
from tests.documents import record
from tests.reports.meetings import MEETING, SECOND, entry, headings, noted, part
from tests.strategies import SMALL


def test_what_a_party_said_last_of_a_clause_is_its_position() -> None:
    session = noted(
        entry("position", stand="no-position"),
        entry("position", "if it is free", stand="can-live-with"),
        entry("position", party="agency", stand="agrees"),
    )
    assert part(session, "Positions") == (
        "**1.1 About alpha.** The School District could live with it: if it is free. The Police Department agreed."
    )


def test_each_party_is_with_the_wording_it_spoke_on_and_what_was_not_confirmed_is_said() -> None:
    session = noted(
        entry("wording", "One fee."),
        entry("position", party="agency", stand="agrees"),
        entry("wording", "Two fees."),
        entry("position", stand="agrees"),
        entry("wording", "Three fees.", meeting="m2"),
        alpha=Answer("Three fees."),
    )
    assert part(session, "Positions") == (
        "**1.1 About alpha.** It was written at 6:30 p.m. The Police Department agreed. It read:\n\n> One fee.\n\n"
        "It was changed at 6:30 p.m. The School District agreed. It read:\n\n> Two fees.\n\n"
        "The wording was changed on February 10, 2027. "
        "The Police Department and the School District have not confirmed the wording as it was changed."
    )


def test_words_that_were_put_back_before_anybody_spoke_are_printed_once() -> None:
    session = noted(
        entry("wording", "One fee."),
        entry("wording", "One fee.aal"),
        entry("wording", "One fee."),
        entry("position", party="agency", stand="agrees"),
        alpha=Answer("One fee."),
    )
    assert part(session, "Positions") == (
        "**1.1 About alpha.** It was written at 6:30 p.m. The Police Department agreed. It read:\n\n> One fee."
    )


def test_between_meetings_every_position_is_under_its_own_day() -> None:
    session = noted(
        entry("position", party="agency", stand="agrees", meeting="", at="2027-01-20 10:00"),
        entry("position", stand="objects", meeting="", at="2027-01-25 10:00"),
    )
    between = "Between the meetings of January 13, 2027 and February 10, 2027"
    assert part(session, "Positions", of=between) == (
        "**1.1 About alpha, January 20, 2027.** The Police Department agreed.\n\n"
        "**1.1 About alpha, January 25, 2027.** The School District objected."
    )


def test_two_meetings_on_one_day_are_told_apart_by_the_time() -> None:
    evening = replace(SECOND, began="2027-01-13 20:00")
    text = entry("note", "The board met.", meeting="", at="2027-01-13 19:45")
    markdown = record(SMALL, replace(noted(text), meetings=(MEETING, evening)))
    assert [words for tag, words in headings(markdown) if tag == "h2"][2:5] == [
        "Meeting of January 13, 2027, 6:00 p.m.",
        "Between the meetings of January 13, 2027, 6:00 p.m. and January 13, 2027, 8:00 p.m.",
        "Meeting of January 13, 2027, 8:00 p.m.",
    ]


OBJECTION = entry("position", "the fee", stand="objects")


def objection_then(*later: Entry, answer: Answer | None = None) -> str:
    """What the record of the first meeting says of an objection, after what came later."""
    answer = answer or Answer("Now.", positions={"district": Position("agrees", Answer("Now.").wording)})
    first, *_its_wording = part(noted(OBJECTION, *later, alpha=answer), "Objections").split("\n\n")
    return first


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        (
            [entry("position", "the fee is gone", stand="agrees", meeting="m2")],
            "It was withdrawn on February 10, 2027: the School District agreed: the fee is gone.",
        ),
        (
            [entry("wording", "Now.", meeting="m2"), entry("position", stand="can-live-with", meeting="m2")],
            "on February 10, 2027, after the wording was changed: the School District could live with it.",
        ),
        (
            [
                entry("choice", party="agency", meeting="m2"),
                entry("wording", "Now.", meeting="m2"),
                entry("position", stand="agrees", meeting="m2"),
            ],
            "after the wording of the Police Department was chosen: the School District agreed.",
        ),
    ],
)
def test_an_objection_stays_in_the_record_with_how_it_was_settled(later: list[Entry], outcome: str) -> None:
    text = objection_then(*later)
    assert text.startswith("**1.1 About alpha.** The School District objected: the fee.")
    assert text.endswith(outcome)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer("Now.", positions={"district": Position("objects", Answer("Now.").wording)}), "The objection stands."),
        (
            Answer("Now.", positions={"district": Position("objects", Answer("Old.").wording)}),
            "The wording was changed since; the objection is to be confirmed.",
        ),
        (
            Answer("Now.", not_applicable="no such fee", positions={"district": Position("objects", "")}),
            "The clause was set aside: no such fee.",
        ),
        (Answer("Now."), "The entry was removed later; it is not recorded that the objection was withdrawn."),
    ],
)
def test_an_objection_nobody_settled_is_told_as_it_is(answer: Answer, outcome: str) -> None:
    assert objection_then(answer=answer).endswith(outcome)


def test_the_wish_to_check_first_settles_no_objection() -> None:
    check = replace(entry("position", stand="must-check", meeting="m2"), who="the board")
    answer = Answer("Now.", positions={"district": Position("must-check", Answer("Now.").wording, who="the board")})
    assert objection_then(check, answer=answer).endswith(
        "It is not settled: on February 10, 2027 the School District had to check first with the board."
    )


def test_an_objection_of_another_party_is_not_settled_by_this_one() -> None:
    answer = Answer("Now.", positions={"district": Position("objects", Answer("Now.").wording)})
    assert objection_then(entry("position", party="agency", stand="agrees"), answer=answer).endswith("stands.")


def test_an_objection_whose_reason_followed_is_told_once() -> None:
    assert part(noted(entry("position", stand="objects"), OBJECTION), "Objections").count("objected") == 1
    other = entry("position", "the hours", stand="objects")
    assert part(noted(other, OBJECTION), "Objections").count("objected") == 2


def test_a_wording_that_was_objected_to_is_never_lost_to_the_record() -> None:
    session = noted(
        entry("wording", "First."),
        entry("wording", "Second."),
        OBJECTION,
        entry("wording", "Third."),
        alpha=Answer("Third."),
    )
    assert part(session, "Wording changed") == ""
    assert part(session, "Positions") == (
        "**1.1 About alpha.** It was written at 6:30 p.m. No party spoke on this wording. It read:\n\n> First.\n\n"
        "It was changed at 6:30 p.m. The School District objected. It read:\n\n> Second.\n\n"
        "It was changed at 6:30 p.m. No party spoke on this wording. It read:\n\n> Third."
    )


def test_a_clause_changed_many_times_shows_how_it_read_before_and_after() -> None:
    session = noted(
        entry("wording", "One."),
        *(entry("wording", text, meeting="m2") for text in ("Two.", "Three.", "Four.")),
        alpha=Answer("Four."),
    )
    assert part(session, "Wording changed", "Meeting of February 10, 2027") == (
        "**1.1 About alpha.** Before:\n\n> One.\n\nAfter:\n\n> Four."
    )


def test_a_clause_changed_and_changed_back_says_so() -> None:
    session = noted(entry("wording", "", at=""), *(entry("wording", text) for text in ("Old.", "New.", "Old.")))
    assert "Before" not in part(session, "Wording changed")
    session = noted(
        replace(entry("wording", "Old."), at=""),
        *(entry("wording", text) for text in ("New.", "Old.")),
        alpha=Answer("Old."),
    )
    assert part(session, "Wording changed") == "**1.1 About alpha.** It was changed, and changed back to what it was."


def test_a_clause_written_and_cleared_says_so_and_an_empty_line_says_nothing() -> None:
    session = noted(entry("wording", "New."), entry("wording", ""))
    assert part(session, "Wording changed") == "**1.1 About alpha.** It was written, and cleared again."
    assert "Wording changed" not in record(SMALL, noted(entry("wording", "\n"), alpha=Answer("\n")))


def test_a_wording_of_several_paragraphs_stays_within_its_quotation() -> None:
    session = noted(entry("wording", "These:\n\n- one;\n- two.\n\nAnd after."), alpha=Answer("x"))
    assert part(session, "Wording changed").endswith("> These:\n>\n> - one;\n> - two.\n>\n> And after.")


def test_a_tab_within_a_quotation_sets_in_as_far_as_it_does_outside() -> None:
    session = noted(entry("wording", "Text\n\t# no heading"), alpha=Answer("x"))
    assert "no heading" not in str(headings(record(SMALL, session)))


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ([], "Not decided yet."),
        ([entry("alternative", "Better.", meeting="m2")], "Replaced by another proposal on February 10, 2027."),
        ([entry("alternative", meeting="m2")], "Withdrawn on February 10, 2027."),
        ([entry("choice", meeting="m2")], "Chosen on February 10, 2027."),
        (
            [entry("choice", party="agency", meeting="m2")],
            "Not chosen: the wording of the Police Department was, on February 10, 2027.",
        ),
        ([entry("choice", party="", meeting="m2")], "Not chosen: the wording on the table was, on February 10, 2027."),
    ],
)
def test_every_wording_proposed_is_told_with_what_became_of_it(later: list[Entry], outcome: str) -> None:
    answer = Answer("Now.", alternatives={"district": Alternative("Ours.")})
    session = noted(entry("alternative", "Ours."), *later, alpha=answer)
    assert part(session, "Wordings proposed") == (
        f"**1.1 About alpha.** The School District proposed the following. {outcome}\n\n> Ours."
    )
