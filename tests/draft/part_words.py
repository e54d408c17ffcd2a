"""Read the parts of the draft as the words of its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from mou_tui.draft.blocks import Block, Item, Quotation, plain_text, words_of
from mou_tui.draft.structure import ClausePart, Part, SectionHeading, SignaturePart
from mou_tui.exchange.writers.paper import is_bullet


def part_words(parts: Iterable[Part], stop: str = ".") -> list[str]:
    """The words of parts in reading order, without the lines to sign on; `stop` is at the end of each caption."""
    return without_rules("\n".join(_lines(parts, stop)))


def without_bullets(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts without the bullets, which pages draw."""
    for part in parts:
        if isinstance(part, Quotation):
            yield Quotation(_blocks_without_bullets(part.blocks))
        elif isinstance(part, ClausePart):
            choices = tuple(replace(choice, blocks=_blocks_without_bullets(choice.blocks)) for choice in part.choices)
            yield replace(part, blocks=_blocks_without_bullets(part.blocks), choices=choices)
        else:
            yield replace(part, label="") if isinstance(part, Item) and is_bullet(part) else part


def _blocks_without_bullets(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return cast("tuple[Block, ...]", tuple(without_bullets(blocks)))


def without_rules(text: str) -> list[str]:
    """The words of a text, without the lines to sign on."""
    return re.sub("_{12,}", "", text).split()


def _lines(parts: Iterable[Part], stop: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, SectionHeading):
            yield f"{part.number}. {plain_text(part.content)}"
        elif isinstance(part, ClausePart):
            yield f"{part.number} {plain_text(part.caption)}{stop}"
            yield words_of(part.blocks)
            for choice in part.choices:
                yield choice.caption
                yield words_of(choice.blocks)
        elif isinstance(part, SignaturePart):
            yield plain_text(part.party)
            yield from (f"{label}: {plain_text(content)}" for label, content in part.lines)
        else:
            yield words_of([part])
