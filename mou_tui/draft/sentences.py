"""Split the text of a clause into its sentences, as they read, each item of a list under the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Item, Paragraph, Table, plain_text
from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern

_END = LazyPattern(r"[.?!][.?!]*[\"”’)\]]*(?=\s+[“\"(\[]*[A-Z0-9])")
_SHORT = LazyPattern(
    r"(?:^|[\s(“\"])(?:[A-Z]|[Nn]o|[Nn]os|[Ss]ec|[Aa]rt|[Cc]h|[Pp]ar|Mr|Mrs|Ms|Dr|St|Rev|Stat|Sgt|Lt|Capt|Chief|Gen|Ed|Educ|"
    r"Gov|Code|Inc|Co|Jr|Sr|vs?|ss?|c|cf|e\.g|i\.e|etc|U\.S|D\.C|R\.C|N\.J|[A-Z](?:\.[A-Z])+)\.$"
)
"""What ends in a period that does not end the sentence."""
_OF_DAY = LazyPattern(r"\b[ap]\.m\.$")
_AFTER_TIME = LazyPattern(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s+\d")


class Sentence(NamedTuple):
    """Hold one sentence of a clause, or one item of a list that is part of one."""

    text: str
    """As it reads, on one line."""
    lead: str = ""
    """The sentence, or the part of one, that leads to the list it is in ("The SRO shall:"); empty outside of one."""

    leads_on: bool = False
    """Whether the items of a list go on from it."""

    @property
    def whole(self) -> str:
        """Return the sentence with what leads to it."""
        return f"{self.lead} {self.text}" if self.lead else self.text


def sentences(text: str, not_blanks: tuple[str, ...] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a clause, in order; `not_blanks` look like blanks and are none."""
    return tuple(_sentences(parse(text, not_blanks)))


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a line; an abbreviation ends none."""
    parts, start = [], 0
    for match in _END.finditer(text):
        before = text[start : match.end()]
        if _SHORT.search(before) or (_OF_DAY.search(before) and _AFTER_TIME.match(text[match.end() :])):
            continue
        parts.append(before.strip())
        start = match.end()
    return [*parts, *([text[start:].strip()] if text[start:].strip() else [])]


def _sentences(blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    leads: list[tuple[int, str]] = []
    """The words that lead to the lists one is in, each with the depth of its items."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            leads = []
            for row in block.rows:
                yield Sentence(" | ".join(" ".join(plain_text(cell).split()) for cell in row))
        if not isinstance(block, (Paragraph, Item)):
            continue
        depth = block.level if isinstance(block, Item) else -1
        leads = [(level, lead) for level, lead in leads if level <= depth]
        parts = split_sentences(re.sub(r"\s+", " ", plain_text(block.content)).strip())
        lead = leads[-1][1] if leads and isinstance(block, Item) else ""
        for index, part in enumerate(parts):
            # Only what an item begins with goes on from the words before the list; the rest stands by itself.
            before = lead if index == 0 else ""
            leads_on = index == len(parts) - 1 and _leads_on(part, depth, following)
            yield Sentence(part, before, leads_on)
            if leads_on:
                leads.append((depth + 1, f"{before} {part}".strip()))


def _leads_on(part: str, depth: int, following: Block | None) -> bool:
    """Tell whether the items that follow go on from words: they end in a colon, or in no mark at all."""
    return isinstance(following, Item) and following.level > depth and part[-1:] not in (*".?!;", "”")
