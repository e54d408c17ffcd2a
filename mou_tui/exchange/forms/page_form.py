"""Read a filled form out of a Word or OpenDocument file: what is below the labels of its places.

People type into the boxes, below them, behind the labels, and in several paragraphs; some programs drop the boxes.
Whatever follows a label belongs to its place, up to the next label or the caption of the next clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from mou_tui.exchange.forms.model import Place
from mou_tui.exchange.returned.tracked_body import Entry, TrackedParagraph
from mou_tui.exchange.returned.tracked_reading import everything, reading
from mou_tui.exchange.returned.wording_lines import Entry as PrintedEntry
from mou_tui.exchange.returned.wording_lines import Grid, Line
from mou_tui.exchange.returned.wording_markup import written_label, written_lines
from mou_tui.reports.feedback import REASON, VOICE, WORDS


def _spaced(label: str) -> str:
    return r"\s+".join(map(re.escape, label.split()))


_LABEL = re.compile(
    rf"\s*(?:(?P<words>{_spaced(WORDS)})|(?P<reason>{_spaced(REASON)}))\s+(?P<number>\d{{1,2}}\.\d{{1,3}})[ \t:.]*"
    rf"|\s*(?P<voice>{_spaced(VOICE)})[ \t:.]*",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\s*\d{1,2}\.\d{1,3}\s+\S")


@dataclass
class _Filling:
    """Collects what is in the places of one clause."""

    caption: str
    who: list[str]
    shown: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    reason: list[str] = field(default_factory=list)


def read_places(entries: Iterable[Entry], captions: Collection[str]) -> tuple[Place, ...]:
    """Return what is in the places of a form.

    Args:
        entries: the body of the file; tracked changes count as accepted.
        captions: those of the clauses of the agreement ("3.1 Command").
    """
    reader = _PlaceReader(captions)
    for entry in entries:
        if isinstance(entry, TrackedParagraph):
            for line in reading((entry,), everything):
                reader.add(line, is_heading=entry.heading > 0)
        else:
            for grid in reading((entry,), everything):
                reader.add(grid)
    return tuple(
        Place(
            filling.caption,
            _joined(filling.words),
            _joined(filling.reason),
            _joined(filling.who),
            _joined(filling.shown),
        )
        for filling in reader.fillings
    )


class _PlaceReader:
    """Goes through a form, and gives each text to the place whose label was last."""

    def __init__(self, captions: Collection[str]) -> None:
        self.fillings: list[_Filling] = []
        self._captions = {" ".join(caption.casefold().split()) for caption in captions}
        self._caption = ""
        self._shown: list[str] = []
        """The wording of the clause, once its caption was there and no label yet."""
        self._who: list[str] = []
        self._place: list[str] | None = None

    def add(self, entry: PrintedEntry, *, is_heading: bool = False) -> None:
        """Go on with what comes next in the form."""
        if isinstance(entry, Grid):
            if _is_ours(entry):
                for row in entry.rows:
                    for cell in row:
                        for inner in cell:
                            self.add(inner)
            else:
                self._keep("\n".join(written_lines(entry)), entry.text)
        elif self._is_caption(entry.text, is_heading=is_heading):
            self._caption, self._shown, self._place = " ".join(entry.text.split()), [], None
        elif label := _LABEL.match(entry.text):
            self._place = self._place_of(label)
            self._place += [rest] if (rest := entry.text[label.end() :].strip()) else []
        else:
            label_of_item = f"{written_label(entry.label)} " if isinstance(entry, Line) and entry.label else ""
            self._keep("\n".join(written_lines(entry)), f"{label_of_item}{entry.text}")

    def _keep(self, typed: str, shown: str) -> None:
        """Give a text to the place whose label was last; before any, it is the wording that the form shows."""
        if self._place is not None:
            self._place.append(typed)
        else:
            self._shown.append(shown)

    def _is_caption(self, text: str, *, is_heading: bool) -> bool:
        return (is_heading and bool(_CAPTION.match(text))) or " ".join(text.casefold().split()) in self._captions

    def _place_of(self, label: re.Match[str]) -> list[str]:
        """Return the place that a label begins."""
        if label["voice"]:
            self._who = []
            return self._who
        number, is_reason = label["number"], bool(label["reason"])
        caption = self._caption if self._caption.partition(" ")[0] == number else number
        last = self.fillings[-1] if self.fillings else None
        if last is None or last.caption != caption or (last.reason if is_reason else last.words or last.reason):
            last = _Filling(caption, self._who, self._shown)
            self._shown = []
            self.fillings.append(last)
        return last.reason if is_reason else last.words


def _is_ours(grid: Grid) -> bool:
    """Return whether a table is a place of the form, and no table that somebody put into one."""
    first = next((entry for row in grid.rows for cell in row for entry in cell), None)
    return isinstance(first, Line) and _LABEL.match(first.text) is not None


def _joined(texts: list[str]) -> str:
    """Return what was typed as one text: items one below the other, paragraphs apart."""
    joined = ""
    for before, text in zip(["", *texts], texts, strict=False):
        joined += ("" if not before else "\n" if _is_item(before) and _is_item(text) else "\n\n") + text
    return joined


def _is_item(text: str) -> bool:
    return re.match(r"\s*(?:-|\d+[.)])\s", text) is not None
