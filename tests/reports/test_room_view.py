from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.state_labels import STANCES
from mou_tui.language.text import short_hash
from mou_tui.reports.room_view import NOT_SETTLED, RoomView, room_view
from mou_tui.session.meeting import Alternative, Meeting, Position, Stance
from mou_tui.session.model import OPENING, Answer, Deferral, ExampleOrigin, Party, Session
from tests.strategies import EMPTY, SMALL

PARTIES = (
    Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police"),
    Party("district", "district", "Lake City USD", "the School District", "the Superintendent"),
    Party("parents", name="Parents of Lake City", part="consulted"),
)
ALPHA = SMALL.question("alpha")


def view(answer: Answer, meetings: tuple[Meeting, ...] = ()) -> RoomView:
    session = replace(EMPTY, parties=PARTIES, meetings=meetings)
    return room_view(SMALL, session.with_answer("alpha", answer), "alpha")


def position(stand: Stance, wording: str = "Ours.") -> Position:
    return Position(stand, short_hash(wording), reason="a private reason", who="the mayor")


def texts(seen: RoomView) -> list[tuple[str, str]]:
    return [(wording.whose, wording.text) for wording in seen.wordings]


def test_the_wording_is_under_its_number_and_label() -> None:
    seen = view(Answer("In [number] days.", not_blanks=("[number]",)))
    assert (seen.number, seen.label, seen.notice, seen.ask) == ("1.1", ALPHA.label, "", "")
    assert texts(seen) == [("", "In [number] days.")]
    assert seen.wordings[0].not_blanks == ("[number]",)


def test_an_open_clause_is_not_yet_settled_and_the_question_is_asked() -> None:
    for answer in (Answer(), Answer(" \n")):
        seen = view(answer)
        assert (seen.notice, seen.ask, seen.wordings) == (NOT_SETTLED, ALPHA.ask, ())


def test_an_example_as_offered_is_not_taken_for_the_words_of_the_room() -> None:
    offered = Answer("As offered.", ExampleOrigin("short", short_hash("As offered.")))
    assert view(offered).notice == "Example, not yet yours"
    assert view(offered.accept_example()).notice == ""


def test_a_clause_that_does_not_apply_says_so_and_not_why() -> None:
    seen = view(Answer("Ours.", not_applicable="a private reason", positions={"agency": position("agrees")}))
    assert (seen.notice, seen.wordings, seen.voices) == ("Does not apply", (), ())
    assert "private" not in str(seen)


def test_alternatives_are_next_to_the_wording_with_their_letters() -> None:
    alternatives = {"district": Alternative("Theirs."), "parents": Alternative("In [number] days.")}
    assert texts(view(Answer("Ours.", alternatives=alternatives))) == [
        ("A · the wording on the table", "Ours."),
        ("B · the School District", "Theirs."),
        ("C · Parents of Lake City", "In [number] days."),
    ]
    seen = view(Answer("", alternatives=alternatives))
    assert (seen.notice, seen.ask) == (NOT_SETTLED, ALPHA.ask)
    assert [whose[0] for whose, _ in texts(seen)] == ["A", "B"]


def test_what_is_no_blank_is_so_in_the_current_wording_alone() -> None:
    alternatives = {"district": Alternative("In [number] months.")}
    answer = Answer("In [number] days.", not_blanks=("[number]",), alternatives=alternatives)
    assert [wording.not_blanks for wording in view(answer).wordings] == [("[number]",), ()]


def test_every_party_has_a_line_with_a_sign_and_a_word_and_no_reason() -> None:
    stances: dict[str, Position] = {"agency": position("agrees"), "district": position("objects")}
    seen = view(Answer("Ours.", positions=stances, current="private", later=Deferral("private")))
    assert [(voice.glyph, voice.stance, voice.party, voice.tone) for voice in seen.voices] == [
        ("✓", "agrees", "Police Department", "in-favor"),
        ("⚑", "objects", "School District", "against"),
        ("·", "not asked yet", "Parents of Lake City", "unsettled"),
    ]
    assert "private" not in str(seen)
    assert "mayor" not in str(seen)


def test_a_position_on_another_wording_is_to_be_confirmed() -> None:
    (voice, *_) = view(Answer("Changed.", positions={"agency": position("agrees")})).voices
    assert (voice.glyph, voice.stance, voice.tone) == ("↻", "agrees, to confirm", "unsettled")


def test_only_a_party_in_favor_has_a_tick() -> None:
    assert [stance for stance, labels in STANCES.items() if labels.glyph == "✓"] == ["agrees", "can-live-with"]


def test_it_says_which_meeting_it_is_and_how_much_is_agreed() -> None:
    meetings = (Meeting("a", "2026-10-01 09:00", "2026-10-01 11:00"), Meeting("b", "2026-11-25 10:42"))
    agreed = {party.id: position("agrees") for party in PARTIES[:2]}
    seen = view(Answer("Ours.", positions=agreed), meetings=meetings)
    assert seen.meeting == "Meeting 2 · November 25, 2026"
    assert (seen.agreed, seen.needed) == (1, 4)
    assert view(Answer("Ours."), meetings=meetings[:1]).meeting == ""


def test_the_opening_is_shown_as_it_is() -> None:
    session: Session = replace(EMPTY, opening="We, the parties.")
    seen = room_view(SMALL, session, OPENING)
    assert (seen.number, seen.label, texts(seen)) == ("", "Parties and definitions", [("", "We, the parties.")])
    assert seen.voices == ()
