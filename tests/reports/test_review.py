from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from mou_tui.draft.progress import assess_progress
from mou_tui.language.text import pluralize, short_hash
from mou_tui.reports.review import FILTERS, ReviewRow, review
from mou_tui.reports.tasks import later_words
from mou_tui.session.meeting import Position, Stance
from mou_tui.session.model import Answer, Deferral, ExampleOrigin, Party, Session
from tests.strategies import EMPTY, SMALL, sessions

OFFERED = "The SRO shall wait."
SAID = (
    EMPTY.with_answer(
        "alpha", Answer("In [number] days, for $XX.", points=("first",), later=Deferral("counsel", "Friday"))
    )
    .with_answer("beta", Answer("Kept.", not_applicable="no cameras"))
    .with_answer("gamma", Answer(OFFERED, ExampleOrigin("short", short_hash(OFFERED))))
    .with_answer("delta", Answer("Settled.", points=("first", "second")))
)


def rows(session: Session) -> dict[str, ReviewRow]:
    return {row.clause_id: row for _, section in review(SMALL, session).sections for row in section}


def test_every_question_that_is_asked_has_a_row_under_its_topic() -> None:
    overview = review(SMALL, SAID)
    assert [(title, [row.number for row in section]) for title, section in overview.sections] == [
        ("Opening", [""]),
        ("1. First things", ["1.1", "1.2"]),
        ("2. Second things", ["2.1", "2.2"]),
        ("3. Third things", ["3.1"]),
    ]


def test_a_row_says_its_state_in_words_with_all_that_is_left_to_do() -> None:
    words = {place: row.status for place, row in rows(SAID).items()}
    assert words == {
        "opening": "written from the parties · 4 blanks: [legal name of the police agency], [police agency], "
        "[school district], [start date]",
        "alpha": "has blanks · 2 blanks: [number], $XX · later: counsel to check first, by Friday · "
        "points not gone through",
        "beta": "does not apply · no cameras",
        "gamma": "example, not yet yours",
        "delta": "written, very short · points not gone through",
        "epsilon": "empty",
    }


def test_points_nobody_ticked_are_named_while_there_is_wording_to_hold_them() -> None:
    points = {place: row.points for place, row in rows(SAID).items()}
    assert points == {
        "opening": (),
        "alpha": ("gives a number of days",),
        "beta": (),
        "gamma": ("says who decides", "gives a number of days"),
        "delta": (),
        "epsilon": (),
    }


def test_filters_show_what_they_say() -> None:
    overview = review(SMALL, SAID)
    shown = {
        wanted: [row.clause_id for _, section in overview.filtered(wanted) for row in section] for wanted in FILTERS
    }
    assert shown == {
        "all": ["opening", "alpha", "beta", "gamma", "delta", "epsilon"],
        "open": ["opening", "alpha", "gamma", "epsilon"],
        "blanks": ["opening", "alpha"],
        "objections": [],
        "to confirm": [],
        "clashes": [],
        "later": ["alpha"],
        "set aside": ["beta"],
    }


def test_a_row_says_who_agrees_next_to_its_text_and_is_found_by_who_does_not() -> None:
    def position(stand: Stance, wording: str, reason: str = "") -> Position:
        return Position(stand, short_hash(wording), reason)

    session = replace(EMPTY, parties=(Party("agency", short="the Police"), Party("district", short="the District")))
    for place, first, second in (
        ("alpha", position("agrees", "A."), position("can-live-with", "A.")),
        ("beta", position("agrees", "A."), position("objects", "A.", "the fee")),
        ("gamma", position("agrees", "Before."), None),
        ("delta", None, None),
    ):
        positions = {party: stance for party, stance in (("agency", first), ("district", second)) if stance}
        session = session.with_answer(place, Answer("A.", positions=positions))

    agreed = {place: row.agreed for place, row in rows(session).items()}
    assert agreed == {
        "opening": "",
        "alpha": "agreed by all who sign",
        "beta": "District objects (the fee)",
        "gamma": "Police to confirm",
        "delta": "not asked yet",
        "epsilon": "",
    }
    overview = review(SMALL, session)
    assert [[row.clause_id for _, section in overview.filtered(name) for row in section] for name in FILTERS[3:5]] == [
        ["beta"],
        ["gamma"],
    ]


def test_a_section_with_nothing_to_show_is_left_out() -> None:
    assert [title for title, _ in review(SMALL, SAID).filtered("set aside")] == ["1. First things"]


@given(sessions(SMALL))
def test_the_review_counts_as_everything_else_does(session: Session) -> None:
    overview = review(SMALL, session)
    assert overview.progress == assess_progress(SMALL, session)
    assert all(overview.count(wanted) <= overview.count("all") for wanted in FILTERS)
    still_open = {row.clause_id for _, section in overview.filtered("open") for row in section} - {"opening"}
    assert still_open == {question.id for question in overview.progress.questions if question.open}


def test_whoever_checks_is_named_as_far_as_known() -> None:
    assert later_words(Deferral()) == "later: someone to check first"
    assert later_words(Deferral("the town lawyer", "May 3")) == "later: the town lawyer to check first, by May 3"


def test_a_number_comes_with_its_noun() -> None:
    assert [pluralize(number, "blank") for number in (0, 1, 2)] == ["0 blanks", "1 blank", "2 blanks"]


@given(sessions(SMALL))
def test_all_counts_the_same_questions_as_the_head(session: Session) -> None:
    overview = review(SMALL, session)
    progress = overview.progress
    assert overview.count_label("all") == f"{len(progress.questions)} + opening"
    assert overview.counts.startswith(f"Text {progress.written} of {progress.needed} · ")
    set_aside = overview.count_label("set aside")
    assert (f"{set_aside} set aside" in overview.counts) is (set_aside != "0")
    assert len(progress.questions) == progress.needed + int(set_aside)


def test_a_party_that_must_check_is_found_under_later() -> None:
    positions = {"agency": Position("must-check", short_hash("A."), who="the Mayor")}
    session = replace(EMPTY, parties=(Party("agency"),)).with_answer("delta", Answer("A.", positions=positions))
    overview = review(SMALL, session)
    assert [row.clause_id for _, section in overview.filtered("later") for row in section] == ["delta"]
    assert overview.count_label("later") == str(overview.progress.later)
