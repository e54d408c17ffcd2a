"""The record of the meetings: who was there, what was decided, and what is still open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from mou_tui.checklist.model import Checklist
from mou_tui.reports.meeting_log import meeting_periods
from mou_tui.reports.open_items import open_items
from mou_tui.reports.record import NOT_BINDING, in_order_of_interest
from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry, Kind
from mou_tui.session.meeting import Action, Person
from mou_tui.session.model import Answer, Session
from tests.documents import record
from tests.examples import examples
from tests.reports.meetings import AGENCY, MEETING, READER, ROOM, SCHOOLS, entry, headings, noted, part
from tests.story import Story
from tests.story_texts import PARENTS
from tests.strategies import EMPTY, SMALL, sessions, texts

WITHIN = {
    *("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("inline", "text", "softbreak", "hardbreak", "em", "strong"),
}


SECTIONS = {
    *("Present", "Decisions", "Positions", "Objections", "Wordings proposed", "Wordings chosen", "Wording changed"),
    *("Put off", "Set aside", "Actions", "Notes", "Corrections", "Milestones"),
    *("Supported", "Positions differ", "Open", "Sent back by counsel"),
}


def kinds(markdown: str) -> set[str]:
    tokens = READER.parse(markdown)
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in every}


def test_a_session_read_back_has_the_same_record(story: Story) -> None:
    session = story.workspace.session
    again = decode(encode(session), "a.mou.yaml", whole=False).session
    assert record(story.checklist, again) == record(story.checklist, session)


def test_nothing_in_it_binds_anybody_and_it_says_so_first(sro: Checklist) -> None:
    first, _, second, *_ = record(sro, EMPTY).split("\n\n")
    assert (first, second) == ("# Record of the discussion", f"**{NOT_BINDING}**")


def expected(session: Session) -> list[str]:
    """The headings of the second level, by what the session holds."""
    titles = [" ".join(period.title.split()) for period in in_order_of_interest(meeting_periods(session))]
    proposed = ["Proposals from outside"] if session.proposals else []
    return ["Summary", *(["Parties"] if session.parties else []), *titles, *proposed, "Still open"]


@examples(50)
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


@examples(50)
@given(texts.filter(str.strip), texts)
def test_what_was_typed_leaves_the_headings_as_plain_words_do(text: str, other: str) -> None:
    def session_of(text: str, other: str) -> Session:
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

    markdown = record(SMALL, session_of(text, other))
    assert headings(markdown) == headings(record(SMALL, session_of("Plain words", "plain")))
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
    ("ended", "text"),
    [
        ("2027-01-13 19:30", "Began at 6:00 p.m. and ended at 7:30 p.m."),
        ("2027-01-14 00:15", "Began at 6:00 p.m. and ended at 12:15 a.m. on January 14, 2027."),
        ("", "Began at 6:00 p.m.; it has not ended."),
    ],
)
def test_a_meeting_tells_when_it_began_and_ended(ended: str, text: str) -> None:
    assert f"## Meeting of January 13, 2027\n\n{text}\n" in record(
        SMALL, replace(ROOM, meetings=(replace(MEETING, ended=ended),))
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


def test_what_was_put_off_tells_the_day_that_its_words_meant_when_they_were_said() -> None:
    put_off = replace(entry("later"), who="Lee Roe", by="Friday", at="2027-01-13 18:30")
    assert (
        part(noted(put_off), "Put off") == "**1.1 About alpha.** Lee Roe to check first, by Friday (January 15, 2027)."
    )


def test_decisions_and_notes_are_where_they_belong() -> None:
    session = noted(entry("decision", "We wait."), entry("note", "All tired.", place=""), entry("set-aside", "no cars"))
    assert part(session, "Decisions") == "**1.1 About alpha.** We wait."
    assert part(session, "Notes") == "**In general.** All tired."
    assert part(session, "Set aside") == "**1.1 About alpha.** Does not apply: no cars."


def test_what_happened_between_meetings_is_between_them_with_its_day() -> None:
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


def test_the_record_ends_with_what_is_still_open(story: Story) -> None:
    _, _, end = record(story.checklist, story.workspace.session).partition("## Still open\n")
    assert "### Objections\n\n- 2.5 Questioning students: Parent Council objects (thirty minutes" in end
    assert "### Positions to confirm\n\n- 2.3 School matter or crime: Parent Council" in end
    assert "### Open actions\n\n- Renata Kowalski: put the draft" in end
    assert "- 2.6 Searches: Walt Brenner" in end
    assert story.workspace.session.party(PARENTS).part == "consulted"


def test_nothing_open_is_said_in_words() -> None:
    agreed = {question.id: Answer("Settled.") for question in SMALL.questions("essential")}
    session = replace(ROOM, parties=(), answers=agreed, opening="Ours.")
    assert record(SMALL, session).endswith("## Still open\n\nNothing is marked open.\n")


def test_a_history_that_cannot_be_read_is_told_with_its_line() -> None:
    data = encode(noted(entry("decision", "We wait."))).replace(b"kind: decision", b'kind: ""')
    session = decode(data, "a.mou.yaml", whole=False).session
    text = record(SMALL, session)
    assert "**Part of this record is missing, for the history could not be read.** a.mou.yaml:" in text
    assert "## Meeting of January 13, 2027" in text
