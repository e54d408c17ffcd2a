"""What is in a session file and is in no draft: keys and ids that nothing knows, and comments.

A mistyped id hides an answer, and a comment is gone after the next save. All of it is kept for as long as it can be;
whoever opens, reports on or exports the session gets a note of it, each with its line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace

from mou_tui.checklist.model import Checklist
from mou_tui.errors import Problem
from mou_tui.language.text import for_display
from mou_tui.session import format
from mou_tui.session.codec import Decoded
from mou_tui.session.history import KINDS, History
from mou_tui.session.model import OPENING, Session
from mou_tui.storage.schema import extras_of, to_plain_fields
from mou_tui.storage.yaml_reader import Document, Path

_KEPT = "it is kept in the file, and is in no draft"
_PLACE = {
    "key": "a key that this version knows",
    "question": "a question of this checklist",
    "fact": "a fact of this checklist",
    "party": "a party of this session",
    "point": "a point of its question",
}


def unrecognized(decoded: Decoded, checklist: Checklist, name: str) -> tuple[Problem, ...]:
    """Return what of a session file means nothing, in the order of the lines.

    Args:
        decoded: The session, with the lines of its file.
        checklist: What it answers.
        name: What to call the file.
    """
    session, document = decoded.session, decoded.document
    problems = [
        *_ids(session, checklist, document, name),
        *_keys(session, document, name),
        *_history(decoded, name),
        *(Problem(name, line, "a comment, which is not kept when the session is saved") for line in document.comments),
    ]
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _keys(session: Session, document: Document, name: str) -> Iterator[Problem]:
    # The history is left out: what a file holds of it is understood only when somebody asks.
    known_here = tuple(field.name.replace("_", "-") for field in fields(Session))
    extras: list[tuple[Path, tuple[str, ...]]] = [((key,), known_here) for key in session.extra]
    for key, held in to_plain_fields(replace(session, history=History(), extra={})):
        extras += extras_of(held, (key,))
    for path, known in extras:
        yield Problem(name, document.key_line(path), f"{_unknown('key', str(path[-1]), known)}; it is kept in the file")


def _ids(session: Session, checklist: Checklist, document: Document, name: str) -> Iterator[Problem]:
    questions = tuple(question.id for question in checklist.questions())
    parties = tuple(party.id for party in session.parties)

    def note(path: Path, kind: str, known: Collection[str]) -> Iterator[Problem]:
        if (key := str(path[-1])) not in known:
            yield Problem(name, document.key_line(path), f"{_unknown(kind, key, known)}; {_KEPT}")

    for fact in session.facts:
        yield from note(("facts", fact), "fact", tuple(spec.id for spec in checklist.facts))
    for clause_id, answer in session.answers.items():
        yield from note(("answers", clause_id), "question", questions)
        for party in answer.positions:
            yield from note(("answers", clause_id, "positions", party), "party", parties)
        for party, alternative in answer.alternatives.items():
            if not format.is_own_alternative(party):
                yield from note(("answers", clause_id, "alternatives", party), "party", parties)
            elif alternative.party and alternative.party not in parties:
                line = document.key_line(("answers", clause_id, "alternatives", party))
                yield Problem(name, line, f"{_unknown('party', alternative.party, parties)}; {_KEPT}")
        if clause_id in questions:
            known = tuple(point.id for point in checklist.question(clause_id).points)
            for number, point in enumerate(answer.points):
                if point not in known:
                    line = document.line(("answers", clause_id, "points", number))
                    yield Problem(name, line, f"{_unknown('point', point, known)}; it is kept in the file")
    for number, action in enumerate(session.actions):
        if action.question and action.question not in (*questions, OPENING):
            line = document.line(("actions", number, "question"))
            yield Problem(name, line, f"{_unknown('question', action.question, questions)}; {_KEPT}")


def _history(decoded: Decoded, name: str) -> Iterator[Problem]:
    begins = decoded.history_line
    for kind, lines_before in format.unknown_kinds(decoded.session.history.past.raw, KINDS):
        line = begins + lines_before if begins else 0
        yield Problem(
            name, line, f"“{for_display(kind, 60)}” is not a kind of entry that this version knows; it is kept"
        )


def _unknown(kind: str, key: str, known: Collection[str]) -> str:
    """Return that a key means nothing, with the one that was probably meant."""
    from difflib import get_close_matches

    meant = "".join(f" (did you mean “{close}”?)" for close in get_close_matches(key, known, n=1))
    return f"“{for_display(key, 60)}” is not {_PLACE[kind]}{meant}"


def in_short(notes: tuple[Problem, ...], at_most: int = 3) -> str:
    """Return the first notes, one a line, and how many more there are; empty where there are none."""
    lines = [str(note) for note in notes[:at_most]]
    if more := len(notes) - at_most:
        lines += [f"… and {more} more; “mou-tui status” lists them."] if more > 0 else []
    return "\n".join(lines)
