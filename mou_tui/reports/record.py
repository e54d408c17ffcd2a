"""Write the record: what happened, meeting by meeting, as minutes that a clerk would file.

An objection stays in it with its reason after it is settled, and so does every wording that was proposed. Whatever
people typed is contained, so that no text can pass for a heading of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_name
from mou_tui.draft.blocks import Block, Item
from mou_tui.draft.composition import bullet, heading, lines, paragraph, strong
from mou_tui.draft.draft import session_title
from mou_tui.reports.adoption import adoption_section
from mou_tui.reports.changes import change_blocks
from mou_tui.reports.meeting_log import MeetingPeriod
from mou_tui.reports.minutes import Minutes
from mou_tui.reports.open_items import headed, open_items
from mou_tui.reports.proposal_record import proposal_blocks
from mou_tui.reports.proposals import TITLE
from mou_tui.reports.record_summary import summary
from mou_tui.session.model import Party, Session

NOT_BINDING = (
    "Nothing said here binds a party until its governing body approves the agreement and it is signed. These are notes "
    "of the discussion, not minutes, unless a body adopts them as its minutes."
)
"""What is at the head."""


def record(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the record of a session as blocks."""
    return tuple(_blocks(checklist, session))


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    yield heading(1, "Record of the discussion")
    yield paragraph(strong(NOT_BINDING))
    yield lines(session_title(checklist, session), checklist.document_title)
    problem = session.history.past.problem
    if problem:
        missing = strong("Part of this record is missing, for the history could not be read.")
        yield paragraph(missing, problem.message)
    if unknown := session.history.past.unknown:
        held = f"{len(unknown)} {'entry' if len(unknown) == 1 else 'entries'} of the history"
        yield paragraph(
            strong(f"The file also holds {held} that this version does not know; a newer version records them.")
        )
    yield from headed(adoption_section(session), rank=2)
    yield heading(2, "Summary")
    yield from summary(checklist, session)
    if session.parties:
        yield heading(2, "Parties")
        yield from map(_party, session.parties)
    minutes = Minutes(checklist, session)
    for period in in_order_of_interest(minutes.periods):
        yield heading(2, period.title)
        yield from minutes.of(period)
    if session.has_earlier:
        yield heading(2, "Changes from the earlier agreement")
        yield from change_blocks(checklist, session, rank=3)
    if session.proposals:
        yield heading(2, TITLE)
        yield from proposal_blocks(checklist, session)
    yield heading(2, "Still open")
    parts = [part for part in open_items(checklist, session) if part.lines]
    yield from headed(parts, rank=3)
    if not parts:
        yield paragraph("Nothing is marked open.")


def in_order_of_interest(periods: Sequence[MeetingPeriod]) -> tuple[MeetingPeriod, ...]:
    """Return the meetings and the times between them, oldest first; what came before any meeting last."""
    has_meeting = any(period.meeting for period in periods)
    prepared = tuple(periods[:1]) if has_meeting and periods[0].meeting is None else ()
    return (*periods[len(prepared) :], *prepared)


def _party(party: Party) -> Item:
    part = "signs the agreement" if party.part == "signs" else "consulted"
    return bullet(party.name.strip() or party_name(party), f"({part})")
