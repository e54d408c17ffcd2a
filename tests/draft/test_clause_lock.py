"""A clause that signing parties support as it is worded is locked; who is asked again where its words change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.draft.clause_lock import asked_again, asked_again_sentence, supporters
from mou_tui.session.meeting import Position, Stance
from mou_tui.session.model import Answer, ChecklistRef, Party, Session
from mou_tui.workspace.clause_locks import ClauseLocks
from mou_tui.workspace.parties import PartiesAndFacts, rename_hits_for, rename_keeping_positions, short_names
from tests.strategies import SMALL

POLICE = Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City Schools", "the School District", "the Superintendent")
PARENTS = Party("parents", name="Lake City Parents", short="the Parents", part="consulted")
TEXT = "The Police Department tells the School District."


def session(**stances: Stance) -> Session:
    """A session in which parties have said something of the purpose."""
    answer = Answer(TEXT)
    positions = {party: Position(stance, answer.wording) for party, stance in stances.items()}
    answers = {"purpose": replace(answer, positions=positions), "scope": Answer("Everywhere.")}
    return Session(ChecklistRef("sro", "1"), parties=(POLICE, SCHOOLS, PARENTS), answers=answers)


def write(held: Session, text: str) -> Session:
    return held.with_answer("purpose", held.answer("purpose").write(text))


@pytest.mark.parametrize(
    ("stances", "locked_for"),
    [
        ({}, ()),
        ({"agency": "agrees"}, (POLICE,)),
        ({"district": "can-live-with", "agency": "agrees"}, (POLICE, SCHOOLS)),
        ({"agency": "objects", "district": "agrees"}, (SCHOOLS,)),
        ({"agency": "objects", "district": "must-check"}, ()),
        ({"agency": "no-position"}, ()),
        ({"parents": "agrees"}, ()),
    ],
)
def test_only_the_support_of_those_who_sign_locks(stances: dict[str, Stance], locked_for: tuple[Party, ...]) -> None:
    assert supporters(session(**stances), "purpose") == locked_for
    assert supporters(session(**stances), "scope") == ()


def test_another_wording_is_not_locked_and_the_same_one_with_other_space_around_it_is() -> None:
    held = session(agency="agrees")
    assert supporters(write(held, f"{TEXT} Daily."), "purpose") == ()
    assert supporters(write(held, f"\n{TEXT}\n"), "purpose") == (POLICE,)


def test_an_unlocked_clause_stays_so_until_a_new_position_is_given() -> None:
    now = [session(agency="agrees")]
    locks = ClauseLocks(lambda: now[0], lambda: SMALL)
    assert locks.holders("purpose") == (POLICE,)
    locks.unlock("purpose")
    assert locks.holders("purpose") == ()
    now[0] = write(now[0], f"{TEXT} Daily.")
    now[0] = write(now[0], TEXT)
    assert locks.holders("purpose") == ()
    now[0] = session(agency="agrees", district="agrees")
    assert locks.holders("purpose") == (POLICE, SCHOOLS)


def test_who_is_asked_again_is_said_in_a_sentence(sro: Checklist) -> None:
    held = session(agency="agrees", district="can-live-with", parents="agrees")
    affected = asked_again(held, write(held, "Anything else."))
    assert asked_again_sentence(sro, affected) == (
        "1.1 is agreed, and this changes it. The Police Department and the School District will be asked again."
    )
    assert asked_again(held, held.with_answer("scope", Answer("Nowhere."))) == ()
    assert asked_again_sentence(sro, ()) == ""


def renamed(held: Session, *parties: Party) -> Session:
    """The session with parties in other words, changed wherever they stand."""
    hits = list(rename_hits_for(held, PartiesAndFacts(parties)))
    return rename_keeping_positions(held, hits, short_names(held, parties))


def test_another_short_name_keeps_what_the_parties_said() -> None:
    held = session(agency="agrees", district="can-live-with")
    after = renamed(held, POLICE, replace(SCHOOLS, short="the District"))
    assert after.answer("purpose").text == "The Police Department tells the District."
    assert supporters(after, "purpose") == (POLICE, SCHOOLS)
    assert asked_again(held, after) == ()


def test_a_position_on_an_earlier_wording_stays_to_be_confirmed_under_another_short_name() -> None:
    held = session(agency="agrees")
    held = write(held, f"{TEXT} Daily.")
    after = renamed(held, POLICE, replace(SCHOOLS, short="the District"))
    assert supporters(after, "purpose") == ()


@pytest.mark.parametrize(
    "changed",
    [
        replace(SCHOOLS, short="the District", name="Lake County Schools"),
        replace(SCHOOLS, short="the District", kind="charter"),
    ],
)
def test_another_legal_name_or_body_does_not(changed: Party) -> None:
    held = session(agency="agrees", district="can-live-with")
    assert supporters(renamed(held, POLICE, changed), "purpose") == ()


def test_a_short_name_changed_next_to_a_legal_one_in_the_same_clause_does_not() -> None:
    held = session(agency="agrees")
    text = f"{SCHOOLS.name}: {TEXT}"
    held = write(held, text)
    answer = held.answer("purpose")
    held = held.with_answer("purpose", replace(answer, positions={"agency": Position("agrees", answer.wording)}))
    after = renamed(held, replace(POLICE, short="the Police"), replace(SCHOOLS, name="Lake County Schools"))
    assert supporters(after, "purpose") == ()
