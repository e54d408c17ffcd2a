from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from mou_tui.checklist.model import Checklist
from mou_tui.reports.meeting_log import meeting_periods
from mou_tui.reports.open_items import open_items
from mou_tui.reports.record import NOT_BINDING, in_order_of_interest
from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry, History, Kind
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position
from mou_tui.session.model import Answer, Party, Session
from tests.documents import record
from tests.story import PARENTS, Story
from tests.strategies import EMPTY, SMALL, sessions, texts

READER = MarkdownIt("commonmark").enable("table")

WITHIN = {
    *("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("inline", "text", "softbreak", "hardbreak", "em", "strong"),
}
SECTIONS = {
    *("Present", "Decisions", "Positions", "Objections", "Wordings proposed", "Wordings chosen", "Wording changed"),
    *("Put off", "Set aside", "Actions", "Notes", "Corrections", "Milestones"),
    *("Supported", "Positions differ", "Open"),
}
AGENCY = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
MEETING = Meeting("m1", "2027-01-13 18:00", "2027-01-13 19:30", ("agency", "district"), ("p1",))
SECOND = Meeting("m2", "2027-02-10 18:00", "2027-02-10 19:00", ("agency", "district"))
ROOM = replace(
    EMPTY, parties=(AGENCY, SCHOOLS), people=(Person("p1", "Pat Doe", "Chief", "agency"),), meetings=(MEETING, SECOND)
)


@pytest.fixture
def told(tmp_path: Path) -> Story:
    story = Story(tmp_path / "story.mou.yaml")
    story.tell()
    return story


def headings(markdown: str) -> list[tuple[str, str]]:
    """The headings a reader sees: their level, and their words."""
    return [
        (token.tag, "".join(child.content for child in inline.children or ()))
        for token, inline in pairwise(READER.parse(markdown))
        if token.type == "heading_open"
    ]


def kinds(markdown: str) -> set[str]:
    tokens = READER.parse(markdown)
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in every}


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
    """What stands under a heading of a sitting; empty if there is no such heading."""
    _, _, open_interview = record(SMALL, session).partition(f"## {of}\n")
    open_interview = re.split(r"^## ", open_interview, maxsplit=1, flags=re.MULTILINE)[0]
    _, _, found = open_interview.partition(f"### {heading}\n\n")
    return re.split(r"^### ", found, maxsplit=1, flags=re.MULTILINE)[0].strip()


def test_a_session_read_back_has_the_same_record(told: Story) -> None:
    session = told.workspace.session
    again = decode(encode(session), "a.mou.yaml", whole=False).session
    assert record(told.checklist, again) == record(told.checklist, session)


def test_nothing_in_it_binds_anybody_and_it_says_so_first(sro: Checklist) -> None:
    first, second, *_ = record(sro, EMPTY).split("\n\n")
    assert (first, second) == ("# Record of the discussion", f"**{NOT_BINDING}**")


def expected(session: Session) -> list[str]:
    """The headings of the second level, by what the session holds."""
    titles = [
        " ".join(open_interview.title.split()) for open_interview in in_order_of_interest(meeting_periods(session))
    ]
    return ["Summary", *(["Parties"] if session.parties else []), *titles, "Still open"]


@settings(max_examples=150)
@given(sessions(SMALL))
def test_nobodys_words_can_forge_a_heading(session: Session) -> None:
    markdown = record(SMALL, session)
    seen = headings(markdown)
    assert seen[0] == ("h1", "Record of the discussion")
    assert [" ".join(words.split()) for tag, words in seen if tag == "h2"] == expected(session)
    open_parts = [heading.heading for heading in open_items(SMALL, session)]
    assert {words for tag, words in seen if tag == "h3"} <= {*SECTIONS, *open_parts}
    assert {tag for tag, _ in seen} <= {"h1", "h2", "h3"}
    assert kinds(markdown) <= WITHIN


@settings(max_examples=150)
@given(texts.filter(str.strip), texts)
def test_what_was_typed_leaves_the_headings_as_plain_words_do(text: str, other: str) -> None:
    def told(text: str, other: str) -> Session:
        kinds_of: tuple[Kind, ...] = ("decision", "note", "milestone", "wording", "alternative", "set-aside", "later")
        entries = [replace(entry(kind, text), who=other, by=other) for kind in kinds_of]
        entries += [entry("position", text, stand="objects"), entry("wording", other + "x", meeting="m2")]
        action = Action("a1", text, who=other, due=other, meeting="m1", at=MEETING.began)
        person = Person("p1", text, other, "agency")
        return replace(
            noted(*entries),
            actions=(action,),
            people=(person,),
            parties=(replace(AGENCY, name=text), replace(SCHOOLS, short=text)),
        )

    markdown = record(SMALL, told(text, other))
    assert headings(markdown) == headings(record(SMALL, told("Plain words", "plain")))
    assert kinds(markdown) <= WITHIN


def test_who_was_there_is_told_by_party_with_titles() -> None:
    people = (
        Person("p1", "Pat Doe", "Chief", "agency"),
        Person("p2", "Lee Roe", "", "agency"),
        Person("p3", "Ann Poe", "Mayor"),
        Person("p4", "Not There", "Clerk", "agency"),
    )
    meeting = replace(MEETING, parties=("agency",), people=("p1", "p2", "p3"))
    assert part(replace(ROOM, people=people, meetings=(meeting,)), "Present") == (
        "- **Police Department:** Pat Doe, Chief; Lee Roe\n- **Others:** Ann Poe, Mayor\n\n"
        "Not present: School District.\n\nNothing else was noted."
    )


def test_nobody_who_was_there_is_left_out_because_the_party_was_not() -> None:
    meeting = replace(MEETING, parties=("district",), people=("p1",))
    assert "**Others:** Pat Doe, Chief" in part(replace(ROOM, meetings=(meeting,)), "Present")


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ("2027-01-13 19:30", "Began at 6:00 p.m. and ended at 7:30 p.m."),
        ("2027-01-14 00:15", "Began at 6:00 p.m. and ended at 12:15 a.m. on January 14, 2027."),
        ("", "Began at 6:00 p.m.; it has not ended."),
    ],
)
def test_a_meeting_tells_when_it_began_and_ended(ended: str, said: str) -> None:
    assert f"## Meeting of January 13, 2027\n\n{said}\n" in record(
        SMALL, replace(ROOM, meetings=(replace(MEETING, ended=ended),))
    )


def test_what_a_party_said_last_of_a_clause_is_its_position() -> None:
    session = noted(
        entry("position", stand="no-position"),
        entry("position", "if it is free", stand="can-live-with"),
        entry("position", party="agency", stand="agrees"),
    )
    assert part(session, "Positions") == (
        "**1.1 About alpha.** The School District could live with it: if it is free. The Police Department agreed."
    )


def test_each_party_stands_with_the_wording_it_spoke_on_and_what_was_not_confirmed_is_said() -> None:
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


def test_between_meetings_every_position_stands_under_its_own_day() -> None:
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
    said = entry("note", "The board met.", meeting="", at="2027-01-13 19:45")
    markdown = record(SMALL, replace(noted(said), meetings=(MEETING, evening)))
    assert [words for tag, words in headings(markdown) if tag == "h2"][2:5] == [
        "Meeting of January 13, 2027, 6:00 p.m.",
        "Between the meetings of January 13, 2027, 6:00 p.m. and January 13, 2027, 8:00 p.m.",
        "Meeting of January 13, 2027, 8:00 p.m.",
    ]


OBJECTION = entry("position", "the fee", stand="objects")


def objection_then(*later: Entry, answer: Answer | None = None) -> str:
    """What the record of the first meeting says of an objection, after what came later."""
    answer = answer or Answer("Now.", positions={"district": Position("agrees", Answer("Now.").wording)})
    told, *_its_wording = part(noted(OBJECTION, *later, alpha=answer), "Objections").split("\n\n")
    return told


@pytest.mark.parametrize(
    ("later", "told"),
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
def test_an_objection_stays_in_the_record_with_how_it_was_settled(later: list[Entry], told: str) -> None:
    said = objection_then(*later)
    assert said.startswith("**1.1 About alpha.** The School District objected: the fee.")
    assert said.endswith(told)


@pytest.mark.parametrize(
    ("answer", "told"),
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
def test_an_objection_nobody_settled_is_told_as_it_stands(answer: Answer, told: str) -> None:
    assert objection_then(answer=answer).endswith(told)


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
    ("later", "told"),
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
def test_every_wording_proposed_is_told_with_what_became_of_it(later: list[Entry], told: str) -> None:
    answer = Answer("Now.", alternatives={"district": Alternative("Ours.")})
    session = noted(entry("alternative", "Ours."), *later, alpha=answer)
    assert part(session, "Wordings proposed") == (
        f"**1.1 About alpha.** The School District proposed the following. {told}\n\n> Ours."
    )


def test_what_is_to_be_done_tells_who_what_by_when_and_when_it_was_done() -> None:
    actions = (
        Action("a1", "ask the insurer", "do", "Pat Doe", "Friday", "alpha", MEETING.began, "m1", "2027-01-20 10:00"),
        Action("a2", "call", "do", at=MEETING.began, meeting="m1"),
        Action("a3", "what the law says", "check", "Lee Roe", at=MEETING.began, meeting="m1"),
    )
    session = replace(ROOM, actions=actions)
    assert part(session, "Actions") == (
        "- Pat Doe: ask the insurer, by Friday (1.1). Done on January 20, 2027.\n- call. Open."
    )
    assert part(session, "Put off") == "- Lee Roe: what the law says. Open."


def test_decisions_and_notes_stand_where_they_belong() -> None:
    session = noted(entry("decision", "We wait."), entry("note", "All tired.", place=""), entry("set-aside", "no cars"))
    assert part(session, "Decisions") == "**1.1 About alpha.** We wait."
    assert part(session, "Notes") == "**In general.** All tired."
    assert part(session, "Set aside") == "**1.1 About alpha.** Does not apply: no cars."


def test_what_happened_between_meetings_stands_between_them_with_its_day() -> None:
    between = Entry("2027-01-20 09:00", "note", "alpha", text="The board called.")
    before = Entry("2027-01-02 09:00", "decision", text="We begin.")
    after = Entry("2027-03-01 09:00", "milestone", text="Sent out")
    session = noted(before, between, after)
    assert [words for tag, words in headings(record(SMALL, session)) if tag == "h2"] == [
        *("Summary", "Parties", "Meeting of January 13, 2027"),
        "Between the meetings of January 13, 2027 and February 10, 2027",
        *("Meeting of February 10, 2027", "After the meeting of February 10, 2027"),
        *("Before the first meeting", "Still open"),
    ]
    assert "**1.1 About alpha, January 20, 2027.** The board called." in record(SMALL, session)


def test_what_was_noted_in_the_minute_a_meeting_began_and_not_in_it_came_before() -> None:
    just_before = Entry(MEETING.began, "note", "alpha", text="Typed just before.")
    assert part(noted(just_before), "Notes", of="Before the first meeting").endswith("Typed just before.")


def test_the_record_ends_with_what_is_still_open(told: Story) -> None:
    _, _, end = record(told.checklist, told.workspace.session).partition("## Still open\n")
    assert "### Objections\n\n- 2.5 Questioning students: Parent Council objects (thirty minutes" in end
    assert "### Positions to confirm\n\n- 2.3 School matter or crime: Parent Council" in end
    assert "### Open actions\n\n- Renata Kowalski: put the draft" in end
    assert "- 2.6 Searches: Walt Brenner" in end
    assert told.workspace.session.party(PARENTS).part == "consulted"


def test_nothing_open_is_said_in_words() -> None:
    agreed = {question.id: Answer("Settled.") for question in SMALL.questions("essential")}
    session = replace(ROOM, parties=(), answers=agreed, opening="Ours.")
    assert record(SMALL, session).endswith("## Still open\n\nNothing is marked open.\n")


def test_a_history_that_cannot_be_read_is_told_with_its_line() -> None:
    data = encode(noted(entry("decision", "We wait."))).replace(b"kind: decision", b'kind: ""')
    session = decode(data, "a.mou.yaml", whole=False).session
    said = record(SMALL, session)
    assert "**Part of this record is missing, for the history could not be read.** a.mou.yaml:" in said
    assert "## Meeting of January 13, 2027" in said
