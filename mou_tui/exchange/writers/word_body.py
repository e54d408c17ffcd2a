"""Write the parts of a document as the body of a Word document, with a bookmark around every clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mou_tui.draft.blocks import Heading, Item, Note, Paragraph, Quotation, Table
from mou_tui.draft.structure import Choice, ClausePart, Part, SectionHeading, SignaturePart
from mou_tui.exchange.writers.word_lists import WordLists
from mou_tui.exchange.writers.wordml import Numbering, paragraph, runs, signature_table, table, text_run
from mou_tui.language.text import short_hash

_UNNUMBERED = Numbering(0)
_LONGEST_BOOKMARK = 40
_SIDE_BY_SIDE = 3
"""How many alternatives stand side by side at most."""


def bookmark_of(question_id: str) -> str:
    """Return the name of the bookmark around a clause: letters, digits and underscores, 40 at most, always the same."""
    plain = re.sub(r"[^A-Za-z0-9]", "_", question_id)
    name = f"mou_clause_{plain}"
    if len(name) <= _LONGEST_BOOKMARK and plain.replace("_", "-") == question_id:
        return name
    return f"{name[: _LONGEST_BOOKMARK - 13]}_{short_hash(question_id)}"


class WordBody:
    """Writes the parts of a document.

    Args:
        lists: gives headings and items their numbers.
    """

    def __init__(self, lists: WordLists) -> None:
        self._lists = lists
        self._bookmarks = 0

    def write(self, parts: Iterable[Part]) -> str:
        """Return parts as the markup of paragraphs and tables."""
        return "".join(self._markup(parts))

    def _markup(self, parts: Iterable[Part], style: str = "") -> Iterator[str]:
        is_in_outline = False
        for part in parts:
            was_in_outline, is_in_outline = is_in_outline, _is_in_outline(part)
            if is_in_outline and not was_in_outline:
                self._lists.begin_outline()
            yield self._part(part, style)

    def _part(self, part: Part, style: str) -> str:
        if isinstance(part, Item):
            return paragraph(runs(part.content), style or "ListParagraph", numbering=self._lists.item(part))
        if isinstance(part, Paragraph):
            return paragraph(runs(part.content), style, indent=part.level)
        if isinstance(part, ClausePart):
            return self._clause(part)
        if isinstance(part, SectionHeading):
            return paragraph(runs(part.content), "Heading1", numbering=self._lists.section(part.number))
        if isinstance(part, Heading):
            return _heading(part)
        if isinstance(part, Table):
            return table([[paragraph(runs(cell)) for cell in row] for row in part.rows], has_head=True)
        if isinstance(part, Note):
            return paragraph(text_run(f"{part.mark} ") + runs(part.content), style)
        if isinstance(part, Quotation):
            return "".join(self._markup(part.blocks, "Quote"))
        return _signature(part)

    def _clause(self, clause: ClausePart) -> str:
        self._bookmarks += 1
        name = bookmark_of(clause.question_id)
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
        end = f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'
        number = int(clause.number.rpartition(".")[2])
        heading = paragraph(start + runs(clause.caption), "Heading2", numbering=self._lists.clause(number))
        text = heading + self.write(clause.blocks) + self._choices(clause.choices)
        # Within the last paragraph: what is added behind it then is behind the bookmark, where readers look as well.
        closing = "</w:p>"
        return text.removesuffix(closing) + end + closing if text.endswith(closing) else text + end

    def _choices(self, choices: tuple[Choice, ...]) -> str:
        columns = min(len(choices), _SIDE_BY_SIDE)
        cells = [
            paragraph(text_run(choice.caption, "<w:i/>"), keeps_next=True) + self.write(choice.blocks)
            for choice in choices
        ]
        if not cells:
            return ""
        cells += [paragraph("")] * (-len(cells) % columns)
        return table([cells[index : index + columns] for index in range(0, len(cells), columns)], has_head=False)


def _is_in_outline(part: Part) -> bool:
    return isinstance(part, Item) or (isinstance(part, Paragraph) and part.level > 0)


def _heading(heading: Heading) -> str:
    if heading.rank == 1:
        return paragraph(runs(heading.content), "Title")
    # Only sections and clauses have the numbers that the styles of headings are linked to.
    return paragraph(runs(heading.content), f"Heading{min(heading.rank - 1, 4)}", numbering=_UNNUMBERED)


def _signature(signature: SignaturePart) -> str:
    lines = [
        (
            paragraph(text_run(f"{label}:"), keeps_next=not is_last),
            paragraph(runs(content), keeps_next=not is_last),
        )
        for (label, content), is_last in zip(
            signature.lines, [False] * (len(signature.lines) - 1) + [True], strict=True
        )
    ]
    return signature_table(paragraph(runs(signature.party, strong=True), keeps_next=True), lines)
