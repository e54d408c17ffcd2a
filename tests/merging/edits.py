"""Edits of every kind that a side may make on its own, each chosen by two numbers: where, and with which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from mou_tui.language.text import short_hash
from mou_tui.session.earlier import EarlierDocument, EarlierParagraph, Origin
from mou_tui.session.history import Entry, Kind
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position, Stance
from mou_tui.session.model import Answer, Deferral, Party, Session, Signatory
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from mou_tui.session.proposals import Outcome, OutsideProposal
from mou_tui.session.taken_in import TakenIn
from tests.strategies import EMPTY, SMALL

T = TypeVar("T")

TEXTS: tuple[str, ...] = (
    "The SRO shall wait.",
    "",
    "The SRO may leave.\n\nThen nobody waits.",
    "[number] days",
    "<<<<<<< ours\n=======\n>>>>>>> theirs",
    "...\nformat: 9\n- at: x",
    "  漢字 | a | b\n---|---",
    "Reserved.",
)
LINES = ("Ann Poe", "", "the fee", "next Friday", "- [x] \\", "“District”", "yes", "#")
CLAUSES: tuple[str, ...] = (*(question.id for question in SMALL.questions()), "unknown-question")
PARTIES = ("agency", "district", "parents")
FACTS = (*(fact.id for fact in SMALL.facts), "another")
STANCES: tuple[Stance, ...] = ("agrees", "can-live-with", "objects", "must-check", "no-position")
KINDS: tuple[Kind, ...] = ("wording", "decision", "note", "choice")
DAYS = ("2026-11-24", "2026-11-25", "2026-11-26")
OUTCOMES: tuple[Outcome, ...] = ("", "taken", "in part", "not")
HEX = ("00000001", "00000002", "00000003", "00000004")

BASE = replace(
    EMPTY,
    parties=(Party("agency", "police", "Lake City Police"), Party("district", "", "Lake City USD")),
    facts={"state": "Ohio"},
    answers={
        "alpha": Answer(TEXTS[0], positions={"agency": Position("agrees", Answer(TEXTS[0]).wording)}),
        "beta": Answer(TEXTS[3], points=("first", "second")),
        "gamma": Answer(TEXTS[2], alternatives={"district": Alternative("The SRO shall stay.", DAYS[0])}),
    },
    exhibits=(Exhibit("e1", "The map"), Exhibit("e2", "The list")),
)

Edit = Callable[[Session, int, int], Session]


def _of(values: Sequence[T], number: int) -> T:
    return values[number % len(values)]


def _minute(where: int, words: int) -> str:
    return f"{_of(DAYS, where)} 10:0{words}"


def _answer(change: Callable[[Answer, int, int], Answer]) -> Edit:
    def edit(session: Session, where: int, words: int) -> Session:
        clause_id = _of(CLAUSES, where)
        return session.with_answer(clause_id, change(session.answer(clause_id), where, words))

    return edit


def _positioned(answer: Answer, where: int, words: int) -> Answer:
    position = Position(_of(STANCES, words), answer.wording, _of(LINES, words), at=_minute(where, words))
    return replace(answer, positions={**answer.positions, _of(PARTIES, words): position})


def _unasked(answer: Answer, where: int, words: int) -> Answer:
    positions = {held: position for held, position in answer.positions.items() if held != _of(PARTIES, words)}
    return replace(answer, positions=positions)


def _proposed(answer: Answer, where: int, words: int) -> Answer:
    alternative = Alternative(f"{_of(TEXTS, words)} instead", _minute(where, words))
    return replace(answer, alternatives={**answer.alternatives, _of(PARTIES, words): alternative})


def _put_off(answer: Answer, where: int, words: int) -> Answer:
    return replace(answer, later=Deferral(_of(LINES, words), _of(LINES, words + 1)))


def _example(answer: Answer, where: int, words: int) -> Answer:
    return answer.take("short", _of(TEXTS, words), offered=_of(TEXTS, words))


def _begun_elsewhere(answer: Answer, where: int, words: int) -> Answer:
    text = _of(TEXTS, words)
    return replace(answer, text=text, origin=Origin("taken-in", _of(HEX, words), short_hash(text.strip())))


def _ticked(answer: Answer, where: int, words: int) -> Answer:
    points = tuple(dict.fromkeys((*answer.points, f"point-{words}")))
    return replace(answer, points=points, gone_through=answer.wording)


def _party(session: Session, where: int, words: int) -> Session:
    party = session.party(_of(PARTIES, where))
    name, other = _of(LINES, words), _of(LINES, words + where)
    return session.with_party(replace(party, name=name, short=other, attest=bool(words % 2), head=name))


def _signed(session: Session, where: int, words: int) -> Session:
    party = session.party(_of(PARTIES, where))
    signatory = Signatory(_of(LINES, words), _of(LINES, where))
    return session.with_party(replace(party, signatories=(*party.signatories, signatory)))


def _own_clause(session: Session, where: int, words: int) -> Session:
    clause_id = f"own-{_of(HEX, where)}"
    others = tuple(clause for clause in session.clauses if clause.id != clause_id)
    clause = OwnClause(clause_id, _of(("one", "two"), words), _of(LINES, words))
    return replace(session, clauses=(*others, clause)).with_answer(clause_id, Answer(_of(TEXTS, words)))


def _record(field: str, make: Callable[[str, int, int], Any]) -> Edit:
    def edit(session: Session, where: int, words: int) -> Session:
        record = make(_of(HEX, where), where, words)
        others = tuple(held for held in getattr(session, field) if held.id != record.id)
        changes: dict[str, Any] = {field: (*others, record)}
        return replace(session, **changes)

    return edit


def _dropped(field: str) -> Edit:
    def edit(session: Session, where: int, words: int) -> Session:
        changes: dict[str, Any] = {field: getattr(session, field)[1:]}
        return replace(session, **changes)

    return edit


def _text(field: str) -> Edit:
    def edit(session: Session, where: int, words: int) -> Session:
        changes: dict[str, Any] = {field: _of(TEXTS, words)}
        return replace(session, **changes)

    return edit


def _noted(session: Session, where: int, words: int) -> Session:
    at = "" if where == 7 else _minute(where, words)
    entry = Entry(at, _of(KINDS, where), _of(CLAUSES, where), text=_of(TEXTS, words), id=_of(HEX, words))
    return replace(session, history=session.history.add(entry))


EDITS: tuple[Edit, ...] = (
    _answer(lambda answer, where, words: answer.write(_of(TEXTS, words))),
    _answer(lambda answer, where, words: answer.write(_of(TEXTS, words))),
    _answer(lambda answer, where, words: answer.write(f"{answer.text} More, {words}.")),
    _answer(lambda answer, where, words: answer.write("")),
    _answer(_example),
    _answer(_begun_elsewhere),
    _answer(lambda answer, where, words: replace(answer, not_applicable=_of(LINES, words))),
    _answer(_put_off),
    _answer(lambda answer, where, words: replace(answer, current=_of(TEXTS, words))),
    _answer(_ticked),
    _answer(lambda answer, where, words: replace(answer, points=answer.points[1:])),
    _answer(lambda answer, where, words: replace(answer, not_blanks=(_of(LINES, words),))),
    _answer(_positioned),
    _answer(_positioned),
    _answer(_unasked),
    _answer(_proposed),
    _answer(lambda answer, where, words: replace(answer, alternatives={})),
    _answer(lambda answer, where, words: replace(answer, extra={"x-key": _of(LINES, words)})),
    lambda session, where, words: session.with_fact(_of(FACTS, where), _of(LINES, words)),
    _party,
    _signed,
    _own_clause,
    *map(_text, ("opening", "title", "counsel")),
    lambda session, where, words: replace(session, replaces=ReplacedAgreement(_of(LINES, where), _of(LINES, words))),
    lambda session, where, words: replace(session, depth="full" if words % 2 else "essential"),
    lambda session, where, words: replace(session, extra={"x-key": _of(LINES, words)}),
    _record("exhibits", lambda key, where, words: Exhibit(key, _of(LINES, words), _of(LINES, where))),
    _record("people", lambda key, where, words: Person(key, _of(LINES, words), "", _of(PARTIES, where))),
    _record(
        "meetings",
        lambda key, where, words: Meeting(
            key, _minute(where, words), "", PARTIES[: words % 3], left=PARTIES[: where % 2]
        ),
    ),
    _record("actions", lambda key, where, words: Action(key, _of(LINES, words), done=DAYS[0] if where % 2 else "")),
    _record("taken_in", lambda key, where, words: TakenIn(key, _of(LINES, words), kept=(_of(TEXTS, words),))),
    _record(
        "proposals",
        lambda key, where, words: OutsideProposal(
            key, _of(CLAUSES, where), "Wait.", outcome=_of(OUTCOMES, words), answer=_of(LINES, words)
        ),
    ),
    _record(
        "earlier",
        lambda key, where, words: EarlierDocument(key, "old", paragraphs=(EarlierParagraph("a", placed=bool(words)),)),
    ),
    *map(_dropped, ("people", "meetings", "actions", "parties", "exhibits", "clauses", "taken_in", "proposals")),
    lambda session, where, words: replace(session, exhibits=session.exhibits[::-1]),
    _noted,
    _noted,
)

_STEPS = st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 7), st.integers(0, 7))


def edited(session: Session, most: int = 8) -> st.SearchStrategy[Session]:
    """The session after some edits."""

    def apply(steps: list[tuple[int, int, int]]) -> Session:
        after = session
        for number, where, words in steps:
            after = EDITS[number](after, where, words)
        return after

    return st.lists(_STEPS, max_size=most).map(apply)


@st.composite
def copies(draw: st.DrawFn, count: int, most: int = 8) -> tuple[Session, ...]:
    """A session, and as many copies of it, each edited apart."""
    base = draw(edited(BASE))
    return (base, *(draw(edited(base, most)) for _ in range(count)))
