"""What holds of every merge: nothing is lost, and neither the order of the sides nor doing it twice matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given

from mou_tui.merging.sessions import merge
from mou_tui.session.codec import decode, encode
from mou_tui.session.history import History
from mou_tui.session.model import Session
from mou_tui.storage.schema import to_plain
from mou_tui.storage.yaml_reader import PlainData
from tests.merging.edits import copies

NOT_SAID = ("digest", "wording", "gone-through", "taken", "origin")
AT = "2026-11-27 09:00"


def merged(ours: Session, theirs: Session, base: Session | None) -> Session:
    return merge(ours, theirs, base, at=AT).session


def in_any_order(session: Session) -> PlainData:
    """A session as plain data in which neither the order of alternatives nor that within a minute counts."""
    answers = {
        clause_id: replace(answer, alternatives=dict(sorted(answer.alternatives.items())))
        for clause_id, answer in session.answers.items()
    }
    plain = to_plain(replace(session, answers=answers, history=History()))
    assert isinstance(plain, dict)
    history = [to_plain(entry) for entry in session.history.entries]
    return {**plain, "history": sorted(history, key=str)}


def strings(value: PlainData) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from strings(entry)
    else:
        for key, held in value.items():
            if key not in NOT_SAID:
                yield from strings(held)


def words_of(session: Session) -> set[str]:
    """Everything that is said in a session and its history."""
    plain = [to_plain(replace(session, history=History())), *map(to_plain, session.history.entries)]
    return {text.strip() for part in plain for text in strings(part) if text.strip()}


@given(copies(1))
def test_merging_with_an_unchanged_side_changes_nothing(sessions: tuple[Session, ...]) -> None:
    base, side = sessions

    assert merged(base, side, base) == side
    assert merged(side, base, base) == side


@given(copies(2))
def test_exchanging_the_sides_changes_only_the_order_of_alternatives(sessions: tuple[Session, ...]) -> None:
    base, one, other = sessions

    assert in_any_order(merged(one, other, base)) == in_any_order(merged(other, one, base))
    assert in_any_order(merged(one, other, None)) == in_any_order(merged(other, one, None))


@given(copies(2))
def test_merging_twice_is_merging_once(sessions: tuple[Session, ...]) -> None:
    base, one, other = sessions
    out = merged(one, other, base)

    assert merged(out, other, base) == out
    assert merged(out, one, base) == out


@given(copies(3, 4))
def test_three_laptops_give_the_same_agreement_in_any_order(sessions: tuple[Session, ...]) -> None:
    base, one, other, third = sessions

    first = merged(merged(one, other, base), third, base)

    assert in_any_order(merged(merged(one, third, base), other, base)) == in_any_order(first)
    assert in_any_order(merged(one, merged(other, third, base), base)) == in_any_order(first)


@given(copies(2))
def test_nothing_that_either_side_said_is_lost(sessions: tuple[Session, ...]) -> None:
    base, one, other = sessions
    out = merged(one, other, base)
    everything = "\n".join(sorted(words_of(out)))

    for side in (one, other):
        lost = {text for text in words_of(side) - words_of(base) if text not in everything}
        assert not lost


@given(copies(2))
def test_what_comes_out_is_a_session_like_any_other(sessions: tuple[Session, ...]) -> None:
    base, one, other = sessions
    for out in (merged(one, other, base), merged(one, other, None)):
        assert decode(encode(out), "out").session == out
