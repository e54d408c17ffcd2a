"""Parties with their stances, put on a line that may be too short for them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from mou_tui.draft.agreement import PartyStance
from mou_tui.session.meeting import Position, Stance
from mou_tui.session.model import Party
from mou_tui.tui.widgets.agreement_layout import SEPARATOR, fit_line, wrap_rows

STANCES: tuple[Stance, ...] = ("agrees", "can-live-with", "objects", "must-check", "no-position")


def standing(name: str, stand: Stance | None = None, reason: str = "", *, party: str = "") -> PartyStance:
    position = Position(stand, "", reason) if stand else None
    return PartyStance(Party(party or name, short=name), position, position is not None)


def line(*standings: PartyStance, width: int, chosen: str = "", more: str = "") -> str:
    return SEPARATOR.join(cell.text for cell in fit_line(standings, width, chosen, more))


POLICE, SCHOOLS = standing("the Police Department", "can-live-with"), standing("the School District", "can-live-with")


def test_names_and_stances_have_fewer_words_and_no_cut_ones() -> None:
    whole = "Police Department can live with it · School District can live with it"
    assert line(POLICE, SCHOOLS, width=80) == whole
    assert line(POLICE, SCHOOLS, width=60) == "Police can live with it · School can live with it"
    assert line(POLICE, SCHOOLS, width=40) == "Police can live · School can live"


def test_a_reason_is_there_whole_or_the_key_that_shows_it() -> None:
    objection = standing("the School District", "objects", "the fee falls on the district alone")
    assert line(objection, width=80, more="F7").endswith("objects: the fee falls on the district alone")
    assert line(objection, width=40, more="F7") == "School District objects (F7)"
    assert line(objection, width=26, more="F7") == line(objection, width=40) == "School District objects"


def test_names_that_begin_alike_have_their_last_words_and_then_initials() -> None:
    board, district = standing("the School Board", "can-live-with"), standing("the School District", "can-live-with")
    assert line(board, district, width=36) == "Board can live · District can live"
    assert line(board, district, width=30) == "SB can live · SD can live"


def test_two_parties_with_one_short_name_have_their_legal_names() -> None:
    two = [
        PartyStance(Party("one", name="Elm Falls Police", short="the Police Department"), None, False),
        PartyStance(Party("two", name="Port Ellery Police", short="the Police Department"), None, False),
    ]
    assert line(*two, width=80) == "Elm Falls Police not asked · Port Ellery Police not asked"


def test_the_chosen_party_is_on_the_line_whatever_is_left_out() -> None:
    many = [standing(f"the Committee {letter}", "can-live-with") for letter in "ABCDEF"]
    for item in many:
        line = fit_line(many, 30, item.party.id)
        assert item.party.id in [party for party, _, _ in line]
        assert 0 < len(line) < len(many)


names = some.text(some.sampled_from("ab c市場é-"), min_size=1, max_size=30).filter(str.strip)
parties = some.lists(some.builds(standing, names, some.sampled_from((None, *STANCES)), names), min_size=1, max_size=7)


@given(parties, some.integers(20, 120))
def test_nothing_is_longer_than_the_line_unless_it_is_alone(standings: list[PartyStance], width: int) -> None:
    line = fit_line(standings, width)
    assert len(line) == 1 or sum(cell_len(cell.text) for cell in line) + 3 * (len(line) - 1) <= width


@given(parties, some.integers(10, 120), some.integers(1, 4))
def test_rows_hold_every_party_once_and_in_order(standings: list[PartyStance], width: int, most: int) -> None:
    rows = wrap_rows(standings, width, most)
    assert [item for held in rows for item in held] == standings
    assert len(rows) <= most
