"""Read Word documents, OpenDocument texts and web pages through pandoc.

Pandoc runs as a program of its own, in its sandbox, on bytes that were looked at before: it opens no other file,
fetches nothing, and is stopped when it takes too long or too much.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from mou_tui.exchange.child_process import Failed, run
from mou_tui.exchange.document import CannotRead, Format, Kind, Paragraph, installing
from mou_tui.exchange.headings import label_of, looks_like_heading
from mou_tui.language.text import clean

_HEAP = "400M"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DELIMITERS = {"Period": "{}.", "OneParen": "{})", "TwoParens": "({})", "DefaultDelim": "{}."}

Blocks = list[dict[str, Any]]
PandocFormat = Format | Literal["commonmark"]


def read_blocks(data: bytes, format: PandocFormat, name: str, *, rejects_changes: bool = False) -> Blocks:
    """Return the blocks of a document as pandoc sees them.

    Args:
        data: the file.
        format: `docx`, `odt`, `html` or `commonmark`.
        name: what to call the file in messages.
        rejects_changes: whether to read tracked changes as rejected; only Word documents.

    Raises:
        CannotRead: pandoc is not installed, or cannot read the file within its bounds.
    """
    program = _program()
    if program is None:
        raise CannotRead(
            f"To read “{name}”, mou-tui needs its Word reader. Install it with: {installing('pypandoc-binary')} "
            "(or save the document as plain text, and choose that file)."
        )
    command = [program, "+RTS", f"-M{_HEAP}", "-RTS", "--sandbox", "--from", format, "--to", "json"]
    command += ["--track-changes", "reject"] if rejects_changes else []
    try:
        output = run(command, data)
        blocks = json.loads(output)["blocks"]
    except Failed as failure:
        why = "it takes too long" if failure.timed_out else "it is damaged, or far larger than an agreement"
        raise CannotRead(
            f"“{name}” cannot be read: {why}. Save it as plain text where it was made, and choose that file."
        ) from failure
    except (ValueError, KeyError, RecursionError) as error:
        raise CannotRead(f"“{name}” cannot be read: it is put together in a way no agreement is.") from error
    return list(blocks)


def paragraphs_of(blocks: Blocks, heading_labels: Iterator[str]) -> list[Paragraph]:
    """Return the paragraphs of pandoc's blocks, in order, without their headings.

    Args:
        blocks: as `read_blocks` returns them.
        heading_labels: the number of each heading in turn, as Word counts it; empty for one without.
    """
    return list(_Walk(heading_labels).blocks(blocks))


class _Walk:
    """Walk blocks and hold back the notes until their paragraph is done."""

    def __init__(self, heading_labels: Iterator[str]) -> None:
        self._heading_labels = heading_labels
        self._notes: list[Blocks] = []

    def blocks(self, blocks: Blocks, *, depth: int = 0, label: str = "") -> Iterator[Paragraph]:
        for block in blocks:
            for paragraph in self._block(block, depth, label):
                label = ""
                yield paragraph
            notes, self._notes = self._notes, []
            for note in notes:
                text = self._plain(note)
                if text:
                    yield Paragraph(text, "note")

    def _block(self, block: dict[str, Any], depth: int, label: str) -> Iterator[Paragraph]:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in ("Para", "Plain"):
            yield from self._paragraph(content, depth, label)
        elif kind == "Header":
            number = next(self._heading_labels, "")
            text = self._inlines(content[2])
            if text:
                # Authors format whole clauses as headings to get their numbers.
                is_heading = len(text) <= 160
                full = f"{label or number} {text}".strip()
                yield Paragraph(
                    full, "heading" if is_heading else "paragraph", content[0] if is_heading else 0, label_of(full)
                )
        elif kind == "BulletList":
            for item in content:
                yield from self.blocks(item, depth=depth + 1)
        elif kind == "OrderedList":
            (start, style, delimiter), items = content
            for count, item in enumerate(items, start=start):
                printed = _DELIMITERS[delimiter["t"]].format(_number(count, style["t"]))
                yield from self.blocks(item, depth=depth + 1, label=printed)
        elif kind == "Table":
            for row in _rows(content):
                text = " | ".join(filter(None, (self._plain(cell[4]) for cell in row)))
                if text:
                    yield Paragraph(text, "table")
        elif kind == "DefinitionList":
            for term, meanings in content:
                yield from self._paragraph(term, depth, "")
                for meaning in meanings:
                    yield from self.blocks(meaning, depth=depth)
        elif kind == "LineBlock":
            for line in content:
                yield from self._paragraph(line, depth, "")
        elif kind == "CodeBlock":
            text = clean(content[1]).text.strip()
            if text:
                yield Paragraph(text)
        elif kind in ("BlockQuote", "Div", "Figure"):
            inner = content if kind == "BlockQuote" else content[-1]
            yield from self.blocks(inner, depth=depth, label=label)

    def _paragraph(self, inlines: list[dict[str, Any]], depth: int, label: str) -> Iterator[Paragraph]:
        text = self._inlines(inlines)
        if not text:
            return
        full = f"{label} {text}".strip()
        is_bold = bool(inlines) and all(inline["t"] in ("Strong", "Space", "Underline") for inline in inlines)
        is_short = len(text) < 70
        kind: Kind = "item" if depth else "paragraph"
        if (not depth or label) and looks_like_heading(full, is_bold=is_bold, is_alone=is_short and not depth):
            kind, depth = "heading", 0
        yield Paragraph(full, kind, depth, label_of(full))

    def _inlines(self, inlines: list[dict[str, Any]]) -> str:
        lines = clean("".join(self._inline(inline) for inline in inlines)).text.split("\n")
        return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))

    def _inline(self, inline: dict[str, Any]) -> str:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            return str(content)
        if kind in ("Space", "SoftBreak"):
            return " "
        if kind == "LineBreak":
            return "\n"
        if kind == "Note":
            self._notes.append(content)
            return ""
        if kind in ("Code", "Math", "RawInline"):
            return str(content[1])
        if kind in ("Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"):
            return "".join(map(self._inline, content))
        if kind == "Quoted":
            marks = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
            return marks[0] + "".join(map(self._inline, content[1])) + marks[1]
        if kind in ("Cite", "Span", "Link", "Image"):
            return "".join(map(self._inline, content[1]))
        return ""

    def _plain(self, blocks: Blocks) -> str:
        return " ".join(paragraph.text.replace("\n", " ") for paragraph in self.blocks(blocks))


def _rows(table: list[Any]) -> Iterator[list[Any]]:
    _, _, _, head, bodies, foot = table
    groups = [head[1], *(rows for body in bodies for rows in (body[2], body[3])), foot[1]]
    for rows in groups:
        for row in rows:
            yield row[1]


def _number(number: int, style: str) -> str:
    if style.endswith("Alpha"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if style.startswith("Upper") else letters
    if style.endswith("Roman"):
        return roman(number).upper() if style.startswith("Upper") else roman(number)
    return str(number)


def roman(number: int) -> str:
    """Return a number in small Roman letters."""
    letters = ""
    for value, letter in _ROMAN:
        while number >= value:
            letters += letter
            number -= value
    return letters


def _program() -> str | None:
    """Return where pandoc is: as the extra brings it, or as the computer has it."""
    spec = importlib.util.find_spec("pypandoc")
    if spec and spec.origin:
        brought = Path(spec.origin).parent / "files" / ("pandoc.exe" if sys.platform == "win32" else "pandoc")
        if brought.is_file():
            return str(brought)
    return shutil.which("pandoc")
