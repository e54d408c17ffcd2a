r"""Change a wording so that it reads as a file says, and leave all else of it as it was typed.

Paragraphs that read the same keep their very characters: marks of emphasis, backslashes, spaces, blanks. In one that
changed, so do the words that did not. Whatever is made is read again; where it does not read as the file says, it is
written anew, block by block and at last as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mou_tui.draft.block_parser import parse_located
from mou_tui.draft.blocks import Item
from mou_tui.draft.list_labels import next_label
from mou_tui.draft.markdown import Blanks
from mou_tui.exchange.line_pairs import paired
from mou_tui.exchange.returned.line_patch import patched_lines
from mou_tui.exchange.returned.wording_lines import Entry, Line, are_alike, entry_of, is_visible, shown_lines
from mou_tui.exchange.returned.wording_markup import written_label, written_lines


@dataclass(frozen=True)
class _Piece:
    """Hold a block of the new wording."""

    entry: Entry
    lines: tuple[str, ...]
    old: int | None = None
    """Index of the block of the source that it was, if any."""


def rewritten(
    source: str, wanted: Sequence[Entry], *, blanks: Blanks = "show", not_blanks: tuple[str, ...] = ()
) -> str:
    """Return a wording that reads as wanted, and is the source wherever that reads so.

    Args:
        source: the wording, Markdown as a session keeps it.
        wanted: what it is to read.
        blanks: how the blanks of the source were printed.
        not_blanks: what looks like a blank in it and is none.
    """
    return _Rewriting(source, blanks, not_blanks).to(wanted)


class _Rewriting:
    def __init__(self, source: str, blanks: Blanks, not_blanks: tuple[str, ...]) -> None:
        self._source = source
        self._blanks_shown: Blanks = blanks
        self._not_blanks = not_blanks
        self._lines = source.split("\n")
        self._blocks = [located for located in parse_located(source, not_blanks) if is_visible(entry_of(located.block))]
        self._entries = [entry_of(located.block) for located in self._blocks]
        self._continues = _continuing(self._entries)

    def to(self, wanted: Sequence[Entry]) -> str:
        """Return the wording that reads as wanted."""
        shown = shown_lines(self._source, self._not_blanks, self._blanks_shown)
        if len(shown) != len(self._entries):
            shown = tuple(self._entries)
        if are_alike(shown, wanted):
            return self._source
        if not wanted:
            return ""
        keys, new_keys = [entry.key for entry in shown], [entry.key for entry in wanted]
        texts, new_texts = [entry.text for entry in shown], [entry.text for entry in wanted]
        pairs = [(old, new) for old, new in paired(texts, new_texts, keys, new_keys) if new is not None]
        for is_patched in (True, False):
            pieces = [
                self._kept(old)
                if old is not None and keys[old] == new_keys[new]
                else self._changed(old, wanted[new], is_patched=is_patched, near=_near(pairs, index))
                for index, (old, new) in enumerate(pairs)
            ]
            text = self._joined(self._relabeled(pieces))
            if self._reads(text, wanted):
                return text
        return "\n\n".join("\n".join(written_lines(entry)) for entry in wanted)

    def _reads(self, text: str, wanted: Sequence[Entry]) -> bool:
        return are_alike(shown_lines(text, self._not_blanks, self._blanks_shown), wanted)

    def _typed(self, old: int) -> tuple[str, ...]:
        return tuple(self._lines[self._blocks[old].first : self._blocks[old].end])

    def _kept(self, old: int) -> _Piece:
        return _Piece(self._entries[old], self._typed(old), old)

    def _changed(self, old: int | None, entry: Entry, *, is_patched: bool, near: Sequence[int]) -> _Piece:
        if old is None:
            split = self._split_off(entry, near) if is_patched else None
            return _Piece(entry, tuple(split or written_lines(entry, self._indent_of(entry))))
        before = self._entries[old]
        if isinstance(entry, Line) and isinstance(before, Line) and entry.label and before.label:
            entry = replace(entry, label=before.label)
        patched = (
            patched_lines(self._typed(old), before, entry, self._blanks_shown, self._not_blanks) if is_patched else None
        )
        return _Piece(entry, tuple(patched or written_lines(entry, self._indent_of(entry))), old)

    def _split_off(self, entry: Entry, near: Sequence[int]) -> list[str] | None:
        """Return the typed lines of an entry that was a part of one of those near it; None if it was none."""
        for old in near:
            before = self._entries[old]
            if isinstance(before, Line) and entry.text.strip() and entry.text.strip() in before.text:
                return patched_lines(self._typed(old), before, entry, self._blanks_shown, self._not_blanks)
        return None

    def _indent_of(self, entry: Entry) -> str | None:
        """Return by how much the source sets in the first item of a level; None if it has none."""
        for located, other in zip(self._blocks, self._entries, strict=True):
            is_alike = isinstance(entry, Line) and isinstance(other, Line) and other.level == entry.level
            if is_alike and isinstance(located.block, Item) and _has_label(entry):
                line = self._lines[located.first]
                return line[: len(line) - len(line.lstrip())]
        return None

    def _relabeled(self, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """Yield pieces with the labels of their items counting up where those of the source do."""
        series: dict[int, list[str]] = {}
        for index, piece in enumerate(pieces):
            entry = piece.entry
            if not isinstance(entry, Line) or not entry.label:
                series = {} if not isinstance(entry, Line) or not entry.level else series
                yield piece
                continue
            series = {level: labels for level, labels in series.items() if level <= entry.level}
            labels = series.setdefault(entry.level, [])
            label = self._label(piece, entry, labels, pieces[index + 1 :])
            labels.append(label)
            yield _with_label(piece, entry, label)

    def _label(self, piece: _Piece, entry: Line, labels: list[str], following: Iterable[_Piece]) -> str:
        after = next_label(labels[-1], labels[-2] if len(labels) > 1 else "") if labels else ""
        is_bullet = _is_bullet(entry)
        if after and _is_bullet(Line((), 0, labels[-1])) != is_bullet:
            after = ""
        if piece.old is None:
            return after or next(self._heads(entry, following), "") or written_label(entry.label)
        if self._continues[piece.old] is not None:
            return after or self._continues[piece.old] or entry.label
        return after if after and entry.label in labels else entry.label

    def _heads(self, entry: Line, following: Iterable[_Piece]) -> Iterator[str]:
        """Yield the first label of the list that an added item stands before, if it does."""
        for piece in following:
            other = piece.entry
            if not isinstance(other, Line) or not other.label or other.level < entry.level:
                return
            if other.level == entry.level and piece.old is not None and _is_bullet(other) == _is_bullet(entry):
                yield self._continues[piece.old] or other.label
                return

    def _joined(self, pieces: Iterable[_Piece]) -> str:
        lines: list[str] = []
        above: _Piece | None = None
        for piece in pieces:
            lines += [*self._gap(above, piece), *piece.lines]
            above = piece
        if above and above.old is not None and above.old == len(self._blocks) - 1:
            lines += self._lines[self._blocks[-1].end :]
        return "\n".join(lines)

    def _gap(self, above: _Piece | None, piece: _Piece) -> Sequence[str]:
        """Return the lines above a block, which are empty or print nothing."""
        typed = self._typed_gap(piece.old) if piece.old is not None else None
        if above is None:
            return typed if typed and piece.old == 0 else ()
        if typed is not None and piece.old and above.old == piece.old - 1:
            return typed
        if not _has_label(piece.entry):
            return ("",)
        # As it was between what stood there, if that was an item too.
        below = above.old + 1 if above.old is not None else None
        if below is not None and below < len(self._blocks) and _has_label(self._entries[below]):
            return self._typed_gap(below)
        if typed is not None and piece.old and _has_label(self._entries[piece.old - 1]) == _has_label(above.entry):
            return typed
        return () if _has_label(above.entry) else ("",)

    def _typed_gap(self, old: int) -> Sequence[str]:
        return self._lines[self._blocks[old - 1].end if old else 0 : self._blocks[old].first]


def _near(pairs: Sequence[tuple[int | None, int]], index: int) -> list[int]:
    """Return the blocks of the source that are paired right above and below."""
    return [old for at in (index - 1, index + 1) if 0 <= at < len(pairs) and (old := pairs[at][0]) is not None]


def _continuing(entries: Sequence[Entry]) -> list[str | None]:
    """Return for each item that counts up from the one before it the first label of its list; None for all else."""
    heads: list[str | None] = []
    series: dict[int, tuple[str, list[str]]] = {}
    for entry in entries:
        if not isinstance(entry, Line) or not entry.label:
            series = {} if not isinstance(entry, Line) or not entry.level else series
            heads.append(None)
            continue
        series = {level: held for level, held in series.items() if level <= entry.level}
        head, labels = series.get(entry.level, ("", []))
        if labels and entry.label == next_label(labels[-1], labels[-2] if len(labels) > 1 else ""):
            heads.append(head)
            labels.append(entry.label)
        else:
            heads.append(None)
            series[entry.level] = (entry.label, [entry.label])
    return heads


def _with_label(piece: _Piece, entry: Line, label: str) -> _Piece:
    first, *others = piece.lines
    content = first.lstrip()
    held = next((held for held in (entry.label, written_label(entry.label)) if content.startswith(held)), label)
    if held == label:
        return piece
    indent = first[: len(first) - len(content)]
    return replace(piece, lines=(f"{indent}{label}{content[len(held) :]}", *others))


def _is_bullet(line: Line) -> bool:
    return Item(line.label, ()).kind == "bullet"


def _has_label(entry: Entry) -> bool:
    return isinstance(entry, Line) and bool(entry.label)
