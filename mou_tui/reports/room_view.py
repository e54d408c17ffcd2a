"""Show a clause to the whole meeting: its wordings, and who agrees; no notes, guidance or reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import PartyStance, agreement_of
from mou_tui.draft.draft import OPENING_LABEL, candidate_texts, letter_on_table
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import assess_progress
from mou_tui.draft.question_state import text_state
from mou_tui.draft.state_labels import AGREEMENT_GLYPHS, NOT_ASKED, STANCES, STATE_LABELS, TO_CONFIRM
from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first
from mou_tui.session.model import OPENING, Answer, Session

NOT_SETTLED = "Not yet settled"

Tone = Literal["in-favor", "against", "unsettled"]
"""The effect of a stance on the agreement."""


@dataclass(frozen=True)
class Wording:
    """Hold one wording of the clause."""

    text: str
    whose: str = ""
    """The letter and the party of an alternative; empty if there is only one wording."""
    not_blanks: tuple[str, ...] = ()
    """What looks like a blank in it and is none."""


@dataclass(frozen=True)
class PartyLine:
    """Hold the stance of one party on the wording."""

    glyph: str
    stance: str
    party: str
    tone: Tone
    is_asked: bool = True
    """Whether the party said anything yet."""


@dataclass(frozen=True)
class RoomView:
    """Hold all that the meeting sees."""

    meeting: str
    """Which meeting it is and of which day; empty between meetings."""
    agreed: int
    needed: int
    number: str
    """Clause number; empty for the opening."""
    label: str
    notice: str
    """The state of the text, where the text itself does not show it."""
    ask: str
    """The question, while nothing is proposed."""
    wordings: tuple[Wording, ...]
    """The proposed text, or the alternatives."""
    voices: tuple[PartyLine, ...]
    voices_on: str = ""
    """The letter of the wording that the parties speak on; empty if there is only one."""


def room_view(checklist: Checklist, session: Session, clause_id: str) -> RoomView:
    """Return the room view of a question, or of the opening."""
    progress, meeting = assess_progress(checklist, session), _meeting(session)
    view = RoomView(meeting, progress.agreed, progress.needed, "", OPENING_LABEL, "", "", (), ())
    if clause_id == OPENING:
        return replace(view, wordings=(Wording(opening_of(checklist, session)),))
    question, answer = checklist.question(clause_id), session.answer(clause_id)
    view = replace(view, number=checklist.number(clause_id), label=question.label)
    if answer.not_applicable:
        return replace(view, notice=capitalize_first(STATE_LABELS["not-applicable"]))
    view = replace(view, wordings=tuple(_wordings(session, answer)), voices=tuple(party_lines(session, clause_id)))
    if not answer.text.strip():
        return replace(view, notice=NOT_SETTLED, ask=question.ask)
    view = replace(view, voices_on=letter_on_table(answer))
    state = text_state(answer)
    return replace(view, notice=capitalize_first(STATE_LABELS[state]) if state in ("example", "earlier") else "")


def _meeting(session: Session) -> str:
    meeting = session.meeting
    return f"Meeting {session.meetings.index(meeting) + 1} · {long_date(meeting.day)}" if meeting else ""


def _wordings(session: Session, answer: Answer) -> Iterator[Wording]:
    if answer.text.strip() and not answer.alternatives:
        yield Wording(answer.text, not_blanks=answer.not_blanks)
    for candidate in candidate_texts(session, answer):
        not_blanks = () if candidate.id else answer.not_blanks
        yield Wording(candidate.text, f"{candidate.letter} · {candidate.whose}", not_blanks)


def party_lines(session: Session, clause_id: str) -> Iterator[PartyLine]:
    """Yield what each party says of the proposed text of a question, without its reasons."""
    for stance in agreement_of(session, clause_id).stances:
        yield PartyLine(*_glyph_and_label(stance), stance.name, _tone(stance), stance.position is not None)


def _glyph_and_label(stance: PartyStance) -> tuple[str, str]:
    """Return the glyph and the label of a stance."""
    if stance.position is None:
        return AGREEMENT_GLYPHS["not-asked"], NOT_ASKED
    labels = STANCES[stance.position.stand]
    if stance.is_current:
        return labels.glyph, labels.label
    return AGREEMENT_GLYPHS["to-confirm"], f"{labels.label}, {TO_CONFIRM}"


def _tone(stance: PartyStance) -> Tone:
    if stance.is_in_favor:
        return "in-favor"
    return "against" if stance.current_stance == "objects" else "unsettled"
