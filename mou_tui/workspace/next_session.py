"""Sessions that begin from an agreement in force: an amendment of it, and the review of the next term.

What was said about the old agreement stays in its file; the new one begins with its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from mou_tui.draft.opening import opening_of
from mou_tui.errors import Refused
from mou_tui.language.text import for_display
from mou_tui.persistence.session_file import ENDING
from mou_tui.session.codec import encode
from mou_tui.session.history import Entry, History
from mou_tui.session.in_force import AmendedAgreement
from mou_tui.session.meeting import IN_FAVOR, Position
from mou_tui.session.model import OPENING, Answer, Party, Session
from mou_tui.session.standing import WORDS_IN_FORCE, agreement_digest
from mou_tui.storage.atomic_file import write_atomically
from mou_tui.workspace.identifiers import agreement_id
from mou_tui.workspace.workspace import Workspace

Kind = Literal["amendment", "review"]


def default_path(path: Path, kind: Kind) -> Path:
    """Return where a session that begins from the one at `path` is written: next to it."""
    return path.with_name(f"{path.name.removesuffix(ENDING)}-{kind}{ENDING}")


def write_session(session: Session, path: Path) -> None:
    """Write a session to a file that is not there yet.

    Raises:
        AlreadyExists: there is such a file.
        CannotSave: it could not be written.
    """
    write_atomically(path, encode(session), exclusive=True)


def amendment_of(workspace: Workspace) -> Session:
    """Return a session that amends the agreement in force.

    It holds the words of the agreement, as its answers and as what is in force, and which of them the parties support:
    those clauses are locked until somebody unlocks one.

    Raises:
        Refused: the agreement is not in force; then it can be changed as it is.
    """
    session, held = workspace.session, workspace.session.in_force
    if held is None:
        name = for_display(workspace.store.path.name)
        raise Refused(f"{name} is not recorded as in force, so there is nothing to amend: it can be changed as it is.")
    opening = opening_of(workspace.checklist, session)
    amended = AmendedAgreement(
        session.agreement or agreement_id(),
        held.digest or agreement_digest(session),
        held.adopted,
        held.signed,
        opening,
        session.counsel,
        session.clauses,
        session.exhibits,
    )
    answers = {clause_id: _in_force_still(answer) for clause_id, answer in answers_of(session).items()}
    return replace(
        successor(session, answers, workspace.history.timestamp.at, workspace.new_id, opening),
        opening=opening,
        facts=session.facts,
        replaces=session.replaces,
        amends=amended,
    )


def answers_of(session: Session) -> dict[str, Answer]:
    """Return the answers that say something, or why a question does not apply."""
    return {
        clause_id: answer
        for clause_id, answer in session.answers.items()
        if answer.text.strip() or answer.not_applicable.strip()
    }


def successor(
    session: Session, answers: dict[str, Answer], at: str, new_id: Callable[[], str], opening: str
) -> Session:
    """Return a session with answers of its own that has the parties and the frame of another.

    Args:
        session: the other, whose agreement is in force.
        answers: its answers, each with what is in force as its current wording.
        at: local time to the minute.
        new_id: returns ids nobody else has.
        opening: the opening in force.
    """
    texts = {OPENING: opening, **{clause_id: answer.current for clause_id, answer in answers.items()}}
    entries = (Entry(at, "wording", clause_id, text=text) for clause_id, text in texts.items() if text.strip())
    moment = Entry(at, "milestone", text=WORDS_IN_FORCE, id=new_id())
    return Session(
        session.checklist,
        session.depth,
        tuple(map(_unsigned, session.parties)),
        answers=answers,
        title=session.title,
        clauses=session.clauses,
        exhibits=session.exhibits,
        counsel=session.counsel,
        layers=session.layers,
        requirements=session.requirements,
        history=History(added=(*entries, moment)),
    )


def _unsigned(party: Party) -> Party:
    """Return a party whose signatories have yet to be given authority, and to sign."""
    people = tuple(replace(person, authority="", date="") for person in party.signatories)
    return replace(party, signatories=people)


def in_force_words(answer: Answer) -> str:
    """Return what the agreement in force says of a question: nothing where it does not apply, whatever is kept."""
    return "" if answer.not_applicable.strip() else answer.text


def _in_force_still(answer: Answer) -> Answer:
    return Answer(
        answer.text,
        not_applicable=answer.not_applicable,
        current=in_force_words(answer),
        points=answer.points,
        not_blanks=answer.not_blanks,
        positions=dict(_supporting(answer)),
        gone_through=answer.gone_through,
    )


def _supporting(answer: Answer) -> Iterable[tuple[str, Position]]:
    for party_id, position in answer.positions.items():
        if position.stand in IN_FAVOR and position.wording == answer.wording and not position.reported:
            yield party_id, Position(position.stand, position.wording, at=position.at)
