"""Edit a Word file as Word does: with changes that are tracked for an author, or without a trace."""

from __future__ import annotations

import copy
import io
import zipfile
from html import escape
from itertools import pairwise

from lxml import etree

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{SPACE}}}"
DAY = "2026-12-04"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


class WordEditor:
    """A Word file that is being edited.

    Attributes:
        author: Whose changes the next ones are; empty where they are not tracked.
    """

    def __init__(self, data: bytes, author: str = "") -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.author = author
        self._ids = 9_000
        self._comments: list[str] = []
        self._replies: list[str] = []

    def saved(self) -> bytes:
        """The file."""
        parts = {**self.parts, "word/document.xml": etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")}
        if self._comments:
            self._add_comments(parts)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return stream.getvalue()

    def paragraph(self, text: str) -> etree._Element:
        """The first paragraph that holds a text."""
        return next(element for element in self.root.iter(f"{W}p") if text in self.text(element))

    def text(self, paragraph: etree._Element) -> str:
        """The text of a paragraph, without what was deleted."""
        return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))

    def replace(self, old: str, new: str, within: str = "") -> None:
        """Replace words by others; either may be empty."""
        paragraph = self.paragraph(within or old)
        self.replace_at(paragraph, self.text(paragraph).index(old), len(old), new)

    def insert(self, behind: str, new: str) -> None:
        """Insert words behind others."""
        paragraph = self.paragraph(behind)
        self.replace_at(paragraph, self.text(paragraph).index(behind) + len(behind), 0, new)

    def replace_at(self, paragraph: etree._Element, start: int, length: int, new: str) -> None:
        """Replace so many characters of a paragraph."""
        before, inside, _ = self._parted(paragraph, start, length)
        place = etree.Element("place")
        if before or inside:
            self._outermost(paragraph, [*before, *inside][-1]).addnext(place)
        else:
            paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, place)
        for run in inside:
            self._delete_run(run)
        if new:
            model = before[-1] if before else inside[0] if inside else None
            properties = model.find(f"{W}rPr") if model is not None else None
            run = etree.Element(f"{W}r")
            if properties is not None:
                run.append(copy.deepcopy(properties))
            text = etree.SubElement(run, f"{W}t")
            text.text = new
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            added = self._tracked("ins", [run]) if self.author else run
            place.addnext(added)
        paragraph.remove(place)

    def add_paragraph(self, after: str, text: str) -> etree._Element:
        """Press Enter at the end of a paragraph and type another."""
        above = self.paragraph(after)
        new = etree.Element(f"{W}p")
        properties = above.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        above.addnext(new)
        if self.author:
            self._mark(above, "ins")
        self.replace_at(new, 0, 0, text)
        return new

    def delete_paragraph(self, text: str) -> None:
        """Delete a paragraph with its end."""
        paragraph = self.paragraph(text)
        if not self.author:
            paragraph.getparent().remove(paragraph)
            return
        self.replace_at(paragraph, 0, len(self.text(paragraph)), "")
        self._mark(paragraph, "del")

    def split(self, before: str) -> None:
        """Press Enter before words."""
        paragraph = self.paragraph(before)
        _, _, behind = self._parted(paragraph, self.text(paragraph).index(before), 0)
        new = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        for run in behind:
            new.append(self._outermost(paragraph, run))
        paragraph.addnext(new)
        if self.author:
            self._mark(paragraph, "ins")

    def join(self, text: str) -> None:
        """Delete the end of a paragraph."""
        paragraph = self.paragraph(text)
        following = paragraph.getnext()
        if self.author:
            self._mark(paragraph, "del")
            return
        for child in list(following):
            if child.tag != f"{W}pPr":
                paragraph.append(child)
        following.getparent().remove(following)

    def comment(self, on: str, text: str, reply_to: int | None = None) -> int:
        """Comment on words, or reply to a comment on them; return the number of the comment."""
        key = 700 + len(self._comments)
        paragraph = self.paragraph(on)
        _, inside, _ = self._parted(paragraph, self.text(paragraph).index(on), len(on))
        start = etree.Element(f"{W}commentRangeStart", {f"{W}id": str(key)})
        end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(key)})
        mark = etree.fromstring(f'<w:r xmlns:w="{SPACE}"><w:commentReference w:id="{key}"/></w:r>')
        self._outermost(paragraph, inside[0]).addprevious(start)
        self._outermost(paragraph, inside[-1]).addnext(end)
        end.addnext(mark)
        self._comments.append(
            f'<w:comment w:id="{key}" w:author="{escape(self.author)}" w:date="{DAY}T10:00:00Z">'
            f'<w:p w14:paraId="{key:08X}"><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:comment>'
        )
        parent = f' w15:paraIdParent="{reply_to:08X}"' if reply_to else ""
        self._replies.append(f'<w15:commentEx w15:paraId="{key:08X}"{parent} w15:done="0"/>')
        return key

    def _parted(
        self, paragraph: etree._Element, start: int, length: int
    ) -> tuple[list[etree._Element], list[etree._Element], list[etree._Element]]:
        """The runs before a stretch of text, within it and behind it."""
        parts: tuple[list[etree._Element], list[etree._Element], list[etree._Element]] = ([], [], [])
        at = 0
        for run in list(paragraph.iter(f"{W}r")):
            content = self.text(run)
            if not content:
                parts[0 if at <= start else 2].append(run)
                continue
            cuts = sorted(
                {0, *(cut for cut in (start - at, start + length - at) if 0 < cut < len(content)), len(content)}
            )
            for piece in self._cut(run, content, cuts):
                size = len(self.text(piece))
                parts[0 if at + size <= start else 1 if at < start + length else 2].append(piece)
                at += size
        return parts

    def _cut(self, run: etree._Element, content: str, cuts: list[int]) -> list[etree._Element]:
        if len(cuts) == 2:
            return [run]
        pieces = []
        for start, end in pairwise(cuts):
            piece = etree.Element(f"{W}r")
            properties = run.find(f"{W}rPr")
            if properties is not None:
                piece.append(copy.deepcopy(properties))
            text = etree.SubElement(piece, f"{W}t")
            text.text = content[start:end]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addprevious(piece)
            pieces.append(piece)
        run.getparent().remove(run)
        return pieces

    def _delete_run(self, run: etree._Element) -> None:
        if not self.author:
            run.getparent().remove(run)
            return
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        place = etree.Element("place")
        run.addprevious(place)
        place.getparent().replace(place, self._tracked("del", [run]))

    def _tracked(self, kind: str, runs: list[etree._Element]) -> etree._Element:
        element = self._change(kind)
        element.extend(runs)
        return element

    def _change(self, kind: str) -> etree._Element:
        self._ids += 1
        attributes = {f"{W}id": str(self._ids), f"{W}author": self.author, f"{W}date": f"{DAY}T10:00:00Z"}
        return etree.Element(f"{W}{kind}", attributes)

    def _mark(self, paragraph: etree._Element, kind: str) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.SubElement(properties, f"{W}rPr")
        look.insert(0, self._change(kind))

    def _outermost(self, paragraph: etree._Element, run: etree._Element) -> etree._Element:
        while (parent := run.getparent()) is not paragraph:
            assert parent is not None
            run = parent
        return run

    def _add_comments(self, parts: dict[str, bytes]) -> None:
        space = f'xmlns:w="{SPACE}" xmlns:w14="{_W14}"'
        parts["word/comments.xml"] = f"<w:comments {space}>{''.join(self._comments)}</w:comments>".encode()
        w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
        parts["word/commentsExtended.xml"] = f"<w15:commentsEx {w15}>{''.join(self._replies)}</w15:commentsEx>".encode()
        names = (
            ("comments", _RELATION),
            ("commentsExtended", "http://schemas.microsoft.com/office/2011/relationships"),
        )
        for index, (name, relation) in enumerate(names):
            declared = f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/></Types>'
            linked = f'<Relationship Id="rIdC{index}" Type="{relation}/{name}" Target="{name}.xml"/></Relationships>'
            types, links = "[Content_Types].xml", "word/_rels/document.xml.rels"
            parts[types] = parts[types].replace(b"</Types>", declared.encode())
            parts[links] = parts[links].replace(b"</Relationships>", linked.encode())
