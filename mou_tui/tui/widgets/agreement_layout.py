"""Fits positions into rows of a given width: takes words from names, then from stances, then leaves out parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from mou_tui.draft.agreement import PartyStance, check_words
from mou_tui.draft.state_labels import NOT_ASKED_BRIEF, STANCES, TO_CONFIRM
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import capitalize_first
from mou_tui.session.meeting import Stance

SEPARATOR = " · "

_SHORTEST = {labels.brief: labels.shortest for labels in STANCES.values()}

# Cells of a name: below the first it is cut only after the stances are; below the second it is unrecognizable.
_NAME, _LEAST_NAME = 10, 6


class StanceCell(NamedTuple):
    """A party with its stance, as shown on the line."""

    party: str
    """Its id."""
    stance: Stance | None
    text: str


def wrap_rows(positions: Sequence[PartyStance], width: int, most: int) -> tuple[Sequence[PartyStance], ...]:
    """Wrap parties into at most `most` rows of `width` cells; the last row may be too long."""
    rows: list[list[PartyStance]] = [[]]
    for position in positions:
        longer = [*rows[-1], position]
        is_full = bool(rows[-1]) and _cells(_names(longer), list(map(_stance_label, longer))) > width
        if is_full and len(rows) < most:
            rows.append([position])
        else:
            rows[-1] = longer
    return tuple(rows)


def whole_rows(positions: Sequence[PartyStance], width: int) -> tuple[tuple[StanceCell, ...], ...]:
    """Wrap parties with all that each said into rows of a width; one that is too long for it has a row of its own."""
    rows: list[list[StanceCell]] = []
    for position, name in zip(positions, _names(positions), strict=True):
        text = f"{name} {_stance_label(position)}{_detail(position)}"
        cell = StanceCell(position.party.id, position.current_stance, text)
        if rows and _width([*rows[-1], cell]) <= width:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return tuple(map(tuple, rows))


def fit_line(positions: Sequence[PartyStance], width: int, chosen: str = "", more: str = "") -> tuple[StanceCell, ...]:
    """Fit parties with their stances on a line.

    Args:
        positions: the parties with their positions.
        width: cells of the line.
        chosen: id of a party that must be on it, whatever is left out.
        more: the key that shows what a party said, where that has no room on the line.

    Returns:
        Every party if they all fit; otherwise those around the chosen one.
    """
    names, stances = _names(positions), [_stance_label(position) for position in positions]
    spare = width - _cells(names, stances)
    if spare >= 0:
        stances = list(_with_details(positions, stances, spare, more))
    else:
        names, stances = _cut(names, stances, width)
    cells = [
        StanceCell(position.party.id, position.current_stance, f"{name} {stance}")
        for position, name, stance in zip(positions, names, stances, strict=True)
    ]
    return tuple(_around(cells, width, chosen))


def name_on_line(standing: PartyStance) -> str:
    """Return the name of a party, capitalized; its id if it has no name yet."""
    name = standing.name.replace("-", " ") if standing.name == standing.party.id else standing.name
    return capitalize_first(name)


def _names(positions: Sequence[PartyStance]) -> list[str]:
    """Return short names, but legal names where two parties share a short one."""
    names = [name_on_line(position) for position in positions]
    return [
        position.party.name if names.count(name) > 1 and position.party.name else name
        for position, name in zip(positions, names, strict=True)
    ]


def _stance_label(standing: PartyStance) -> str:
    if standing.position is None:
        return NOT_ASKED_BRIEF
    return STANCES[standing.position.stand].brief if standing.is_current else TO_CONFIRM


def _with_details(positions: Sequence[PartyStance], stances: Sequence[str], spare: int, more: str) -> Iterator[str]:
    """Yield the stances, with what a party said where all of it fits in the spare cells; else the key that shows it."""
    for position, stance in zip(positions, stances, strict=True):
        added = _detail(position)
        if cell_len(added) > spare:
            added = f" ({more})" if more and position.is_current else ""
        if cell_len(added) <= spare:
            spare -= cell_len(added)
            stance += added
        yield stance


def _detail(standing: PartyStance) -> str:
    position = standing.position
    if position is None:
        return ""
    if not standing.is_current:
        return f" ({STANCES[position.stand].past} before)"
    detail = check_words(position.who, position.by) if position.stand == "must-check" else ""
    detail = ": ".join(filter(None, (detail, position.reason)))
    return f": {detail}" if detail else ""


def _cut(names: list[str], stances: list[str], width: int) -> tuple[list[str], list[str]]:
    """Return names and stances of fewer words that fit; of the least there are, if none do."""
    short = [_SHORTEST.get(stance, stance) for stance in stances]
    for labels in (stances, short):
        for fewer in _shorter_names(names):
            if _cells(fewer, labels) <= width and len(set(fewer)) == len(fewer):
                return fewer, list(labels)
    for cap in range(max(map(cell_len, names)), _LEAST_NAME - 1, -1):
        cut = [_shortened(name, cap) for name in names]
        if _cells(cut, short) <= width and len(set(cut)) == len(cut):
            return cut, short
    initials = ["".join(word[0] for word in name.split() if word[0].isalnum()) for name in names]
    are_distinct = len(set(initials)) == len(names) and all(initials)
    return initials if are_distinct else [_shortened(name, _NAME) for name in names], short


def _shorter_names(names: Sequence[str]) -> Iterator[list[str]]:
    """Yield the names with ever fewer words: the first of each, or the last, as there two may differ only."""
    split = [name.split() for name in names]
    yield list(names)
    for count in range(max(map(len, split)) - 1, 0, -1):
        yield [" ".join(words[:count]) for words in split]
        yield [" ".join(words[-count:]) for words in split]


def _around(cells: Sequence[StanceCell], width: int, chosen: str) -> Iterator[StanceCell]:
    """Yield as many cells as fit, starting as close to the first as still shows the chosen one."""
    parties = [cell.party for cell in cells]
    first, index = 0, parties.index(chosen) if chosen in parties else 0
    while first < index and _width(cells[first : index + 1]) > width:
        first += 1
    last = len(cells)
    while last > index + 1 and _width(cells[first:last]) > width:
        last -= 1
    yield from cells[first:last]


def _width(cells: Sequence[StanceCell]) -> int:
    return sum(cell_len(cell.text) for cell in cells) + len(SEPARATOR) * (len(cells) - 1)


def _cells(names: Sequence[str], stances: Sequence[str]) -> int:
    texts = sum(cell_len(name) + 1 + cell_len(stance) for name, stance in zip(names, stances, strict=True))
    return texts + len(SEPARATOR) * (len(names) - 1)


def _shortened(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…"
