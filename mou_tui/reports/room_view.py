"""The clause on the table as the whole room sees it: its wordings, and who agrees; no notes, guidance or reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.dates import long_date
from mou_tui.draft.agreement import PartyStance, agreement_of
from mou_tui.draft.draft import OPENING_LABEL, candidate_texts
from mou_tui.draft.labels import AGREEMENT_GLYPHS, NOT_ASKED, STANCES, STATE_LABELS, TO_CONFIRM
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import assess_progress, text_state
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.text import capitalize_first

NOT_SETTLED = "Not yet settled"

Tone = Literal["in-favor", "against", "unsettled"]
"""What a stand means for the agreement."""


@dataclass(frozen=True)
class Wording:
    """One wording of the clause."""

    text: str
    whose: str = ""
    """Which alternative it is, and of whom; empty where it stands alone."""
    not_blanks: tuple[str, ...] = ()
    """What looks like a blank in it and is none."""


@dataclass(frozen=True)
class PartyLine:
    """What one party says of the wording."""

    glyph: str
    words: str
    party: str
    tone: Tone


@dataclass(frozen=True)
class RoomView:
    """All that the room sees."""

    meeting: str
    """Which meeting it is and of which day; empty between meetings."""
    agreed: int
    needed: int
    number: str
    """Clause number; empty for the opening."""
    label: str
    notice: str
    """How the text stands, where that is not to be seen from the text."""
    ask: str
    """The question, while there is nothing on the table."""
    wordings: tuple[Wording, ...]
    """The one on the table, or the alternatives side by side."""
    voices: tuple[PartyLine, ...]


def room_view(checklist: Checklist, session: Session, place: str) -> RoomView:
    """What the room sees of a question, or of the opening."""
    done, meeting = assess_progress(checklist, session), _meeting(session)
    view = RoomView(meeting, done.agreed, done.needed, "", OPENING_LABEL, "", "", (), ())
    if place == OPENING:
        return replace(view, wordings=(Wording(opening_of(checklist, session)),))
    question, answer = checklist.question(place), session.answer(place)
    view = replace(view, number=checklist.number(place), label=question.label)
    if answer.not_applicable:
        return replace(view, notice=capitalize_first(STATE_LABELS["not-applicable"]))
    view = replace(view, wordings=tuple(_wordings(session, answer)), voices=tuple(_voices(session, place)))
    if not answer.text.strip():
        return replace(view, notice=NOT_SETTLED, ask=question.ask)
    state = text_state(answer)
    return replace(view, notice=capitalize_first(STATE_LABELS[state]) if state in ("example", "earlier") else "")


def _meeting(session: Session) -> str:
    meeting = session.meeting
    return f"Meeting {session.meetings.index(meeting) + 1} · {long_date(meeting.day)}" if meeting else ""


def _wordings(session: Session, answer: Answer) -> Iterator[Wording]:
    if answer.text.strip() and not answer.alternatives:
        yield Wording(answer.text, not_blanks=answer.not_blanks)
    for candidate in candidate_texts(session, answer):
        not_blanks = () if candidate.party else answer.not_blanks
        yield Wording(candidate.text, f"{candidate.letter} · {candidate.whose}", not_blanks)


def _voices(session: Session, place: str) -> Iterator[PartyLine]:
    for one in agreement_of(session, place).stances:
        yield PartyLine(*_said(one), one.name, _tone(one))


def _said(one: PartyStance) -> tuple[str, str]:
    """The glyph and the words."""
    if one.position is None:
        return AGREEMENT_GLYPHS["not-asked"], NOT_ASKED
    labels = STANCES[one.position.stand]
    if one.is_current:
        return labels.glyph, labels.label
    return AGREEMENT_GLYPHS["to-confirm"], f"{labels.label}, {TO_CONFIRM}"


def _tone(one: PartyStance) -> Tone:
    if one.is_in_favor:
        return "in-favor"
    return "against" if one.stand == "objects" else "unsettled"
