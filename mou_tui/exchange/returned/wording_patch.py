r"""Change a wording so that it reads as a file says, and leave all else of it as it was typed.

Paragraphs that read the same keep their very characters: marks of emphasis, backslashes, spaces, blanks. In one that
changed, so do the words that did not. Whatever is made is read again; where it does not read as the file says, it is
written anew, block by block and at last as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mou_tui.draft.block_parser import parse_located
from mou_tui.draft.blocks import Item
from mou_tui.draft.markdown import Blanks
from mou_tui.exchange.line_pairs import paired
from mou_tui.exchange.returned.item_labels import Piece, continuing, has_label, relabeled
from mou_tui.exchange.returned.line_patch import patched_lines
from mou_tui.exchange.returned.wording_lines import Entry, Line, are_alike, entry_of, is_visible, shown_lines
from mou_tui.exchange.returned.wording_markup import written_lines


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
        self._continues = continuing(self._entries)

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
            text = self._joined(relabeled(pieces, self._continues))
            if self._reads(text, wanted):
                return text
        whole = "\n\n".join("\n".join(written_lines(entry)) for entry in wanted)
        if self._reads(whole, wanted):
            return whole
        return "\n\n".join("\n".join(written_lines(entry, is_escaped=True)) for entry in wanted)

    def _reads(self, text: str, wanted: Sequence[Entry]) -> bool:
        return are_alike(shown_lines(text, self._not_blanks, self._blanks_shown), wanted)

    def _typed(self, old: int) -> tuple[str, ...]:
        return tuple(self._lines[self._blocks[old].first : self._blocks[old].end])

    def _kept(self, old: int) -> Piece:
        return Piece(self._entries[old], self._typed(old), old)

    def _changed(self, old: int | None, entry: Entry, *, is_patched: bool, near: Sequence[int]) -> Piece:
        if old is None:
            split = self._split_off(entry, near) if is_patched else None
            return Piece(entry, tuple(split or written_lines(entry, self._indent_of(entry))))
        before = self._entries[old]
        if isinstance(entry, Line) and isinstance(before, Line) and entry.label and before.label:
            entry = replace(entry, label=before.label)
        patched = (
            patched_lines(self._typed(old), before, entry, self._blanks_shown, self._not_blanks) if is_patched else None
        )
        return Piece(entry, tuple(patched or written_lines(entry, self._indent_of(entry))), old)

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
            if is_alike and isinstance(located.block, Item) and has_label(entry):
                line = self._lines[located.first]
                return line[: len(line) - len(line.lstrip())]
        return None

    def _joined(self, pieces: Iterable[Piece]) -> str:
        lines: list[str] = []
        above: Piece | None = None
        for piece in pieces:
            lines += [*self._gap(above, piece), *piece.lines]
            above = piece
        if above and above.old is not None and above.old == len(self._blocks) - 1:
            lines += self._lines[self._blocks[-1].end :]
        return "\n".join(lines)

    def _gap(self, above: Piece | None, piece: Piece) -> Sequence[str]:
        """Return the lines above a block, which are empty or print nothing."""
        typed = self._typed_gap(piece.old) if piece.old is not None else None
        if above is None:
            return typed if typed and piece.old == 0 else ()
        if typed is not None and piece.old and above.old == piece.old - 1:
            return typed
        if not has_label(piece.entry):
            return ("",)
        # As it was between what stood there, if that was an item too.
        below = above.old + 1 if above.old is not None else None
        if below is not None and below < len(self._blocks) and has_label(self._entries[below]):
            return self._typed_gap(below)
        if typed is not None and piece.old and has_label(self._entries[piece.old - 1]) == has_label(above.entry):
            return typed
        return () if has_label(above.entry) else ("",)

    def _typed_gap(self, old: int) -> Sequence[str]:
        return self._lines[self._blocks[old - 1].end if old else 0 : self._blocks[old].first]


def _near(pairs: Sequence[tuple[int | None, int]], index: int) -> list[int]:
    """Return the blocks of the source that are paired right above and below."""
    return [old for at in (index - 1, index + 1) if 0 <= at < len(pairs) and (old := pairs[at][0]) is not None]
