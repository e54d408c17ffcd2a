"""Where the parties stand, in rows of a given width: names give way first, then stands, then whole parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from mou_tui.draft.agreement import PartyStance, check_words
from mou_tui.draft.labels import NOT_ASKED_BRIEF, STANCES, TO_CONFIRM
from mou_tui.session.meeting import Stance
from mou_tui.text import capitalize_first

SEPARATOR = " · "

_SHORTEST = {labels.brief: labels.shortest for labels in STANCES.values()}

# Below the first a name is cut only after the stands are; below the second it is no longer recognised.
_NAME, _LEAST_NAME = 10, 6
# A reason with less room than this says nothing.
_LEAST_DETAIL = 8


class StanceCell(NamedTuple):
    """One party with its stand, as it stands on the line."""

    party: str
    """Its id."""
    stand: Stance | None
    words: str


def wrap_rows(standings: Sequence[PartyStance], width: int, most: int) -> tuple[Sequence[PartyStance], ...]:
    """Put parties in at most so many rows of so many cells: each in full, as long as there is a row left for it."""
    rows: list[list[PartyStance]] = [[]]
    for one in standings:
        longer = [*rows[-1], one]
        is_full = bool(rows[-1]) and _cells(_names(longer), list(map(_stand, longer))) > width
        if is_full and len(rows) < most:
            rows.append([one])
        else:
            rows[-1] = longer
    return tuple(rows)


def fit_line(standings: Sequence[PartyStance], width: int, chosen: str = "") -> tuple[StanceCell, ...]:
    """Put parties with their stands on a line of so many cells.

    Args:
        standings: where the parties stand.
        width: of the line.
        chosen: id of a party that must be on it, whatever is left out.

    Returns:
        Every party if there is room for it; else those about the chosen one.
    """
    names, stands = _names(standings), [_stand(one) for one in standings]
    workspace = width - _cells(names, stands)
    if workspace >= 0:
        stands = list(_with_details(standings, stands, workspace))
    else:
        names, stands = _cut(names, stands, width)
    told = [
        StanceCell(one.party.id, one.stand, f"{name} {stand}")
        for one, name, stand in zip(standings, names, stands, strict=True)
    ]
    return tuple(_about(told, width, chosen))


def name_on_line(standing: PartyStance) -> str:
    """What to call a party where its name begins a line; an id stands for a party that has no name yet."""
    name = standing.name.replace("-", " ") if standing.name == standing.party.id else standing.name
    return capitalize_first(name)


def _names(standings: Sequence[PartyStance]) -> list[str]:
    """Short names; where two parties share one, their legal names."""
    names = [name_on_line(one) for one in standings]
    return [
        one.party.name if names.count(name) > 1 and one.party.name else name
        for one, name in zip(standings, names, strict=True)
    ]


def _stand(standing: PartyStance) -> str:
    if standing.position is None:
        return NOT_ASKED_BRIEF
    return STANCES[standing.position.stand].brief if standing.is_current else TO_CONFIRM


def _with_details(standings: Sequence[PartyStance], stands: Sequence[str], workspace: int) -> Iterator[str]:
    """The stands with as much of the reasons as there is room for."""
    details = [_detail(one) for one in standings]
    left = sum(map(bool, details))
    for stand, detail in zip(stands, details, strict=True):
        share = workspace // left if left else 0
        left -= bool(detail)
        if detail and share >= min(_LEAST_DETAIL, cell_len(detail)):
            detail = _shortened(detail, share)
            workspace -= cell_len(detail)
            stand += detail
        yield stand


def _detail(standing: PartyStance) -> str:
    position = standing.position
    if position is None:
        return ""
    if not standing.is_current:
        return f" ({STANCES[position.stand].brief} before)"
    words = check_words(position.who, position.by) if position.stand == "must-check" else ""
    words = ": ".join(filter(None, (words, position.reason)))
    return f": {words}" if words else ""


def _cut(names: list[str], stands: list[str], width: int) -> tuple[list[str], list[str]]:
    short = [_SHORTEST.get(stand, stand) for stand in stands]
    for least, words in ((_NAME, stands), (_LEAST_NAME, short)):
        for cap in range(max(map(cell_len, names)), least - 1, -1):
            cut = [_shortened(name, cap) for name in names]
            if _cells(cut, words) <= width and len(set(cut)) == len(cut):
                return cut, list(words)
    initials = ["".join(word[0] for word in name.split() if word[0].isalnum()) for name in names]
    are_told_apart = len(set(initials)) == len(names) and all(initials)
    return initials if are_told_apart else [_shortened(name, _NAME) for name in names], short


def _about(told: Sequence[StanceCell], width: int, chosen: str) -> Iterator[StanceCell]:
    """As many as fit, from the first on, or from as near to it as the chosen one allows."""
    places = [one.party for one in told]
    first, place = 0, places.index(chosen) if chosen in places else 0
    while first < place and _width(told[first : place + 1]) > width:
        first += 1
    last = len(told)
    while last > place + 1 and _width(told[first:last]) > width:
        last -= 1
    yield from told[first:last]


def _width(told: Sequence[StanceCell]) -> int:
    return sum(cell_len(one.words) for one in told) + len(SEPARATOR) * (len(told) - 1)


def _cells(names: Sequence[str], stands: Sequence[str]) -> int:
    words = sum(cell_len(name) + 1 + cell_len(stand) for name, stand in zip(names, stands, strict=True))
    return words + len(SEPARATOR) * (len(names) - 1)


def _shortened(words: str, width: int) -> str:
    if cell_len(words) <= width:
        return words
    return set_cell_size(words, max(0, width - 1)).rstrip() + "…"
