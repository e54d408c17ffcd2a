"""Write a document as a Word file, in the look of Word's own template or of a document that a district brings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.parts.numbering import NumberingPart
from docx.shared import Inches
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from mou_tui.exchange.writers.paper import LANGUAGE, ClauseNote, Paper
from mou_tui.exchange.writers.word_body import WordBody, bookmark_of
from mou_tui.exchange.writers.word_lists import WordLists
from mou_tui.exchange.writers.word_reference import open_reference
from mou_tui.exchange.writers.word_styles import (
    add_missing_styles,
    link_headings,
    set_smaller_look,
    set_usual_look,
    style_ids,
)
from mou_tui.exchange.writers.wordml import NAMESPACE, WIDTH, text_run

AUTHOR = "mou-tui"


def write_word(paper: Paper, reference: bytes = b"") -> bytes:
    """Return a document as a Word file.

    Args:
        paper: the document.
        reference: a Word file whose look to take, looked through before; empty for the usual look.
    """
    return _written(paper, lambda lists: WordBody(lists).write(paper.parts), reference)


def _written(paper: Paper, markup_of: Callable[[WordLists], str], reference: bytes) -> bytes:
    document = open_reference(reference) if reference else docx.Document()
    add_missing_styles(document)
    if not reference:
        set_usual_look(document)
        _set_page(document, margin=0.7 if paper.is_card else 1)
        if paper.is_card:
            set_smaller_look(document)
    numbering = _numbering_part(document)
    lists = WordLists(_first_free_id(numbering))
    _fill_body(document, _with_ids(markup_of(lists), style_ids(document)))
    _add_lists(numbering, lists, style_ids(document))
    link_headings(document, lists.headings)
    _set_header_and_footer(document, paper)
    _set_properties(document, paper)
    _add_notes(document, paper)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def write_redline(paper: Paper, markup: str, reference: bytes = b"") -> bytes:
    """Return a Word file whose body is that of a redline; the arguments are those of `write_word`.

    Args:
        paper: the new document.
        markup: of the body, with its tracked changes.
        reference: a Word file whose look to take.
    """
    return _written(paper, lambda lists: markup, reference)


def _set_page(document: Document, margin: float) -> None:
    """Set the page; the margins are in inches."""
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(margin)


def _numbering_part(document: Document) -> NumberingPart:
    for relationship in document.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return cast("NumberingPart", relationship.target_part)
    empty = f'<w:numbering xmlns:w="{NAMESPACE}"/>'.encode()
    part = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return cast("NumberingPart", part)


def _first_free_id(part: NumberingPart) -> int:
    ids = [
        int(value)
        for child in part.element
        for name in ("numId", "abstractNumId")
        if (value := child.get(qn(f"w:{name}"), "")).isdigit()
    ]
    return max(ids, default=0) + 1


def _with_ids(markup: str, ids: dict[str, str]) -> str:
    """Return markup with the ids that the document has for its styles."""
    other = {ours: theirs for ours, theirs in ids.items() if ours != theirs}
    if not other:
        return markup

    def replaced(match: re.Match[str]) -> str:
        return f'{match[1]}{other.get(match[2], match[2])}"'

    return re.sub(r'(<w:(?:pStyle|tblStyle) w:val=")([^"]*)"', replaced, markup)


def _fill_body(document: Document, markup: str) -> None:
    """Put markup in the place of what a document says; the page layout at its end stays."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for child in reversed(list(parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{markup}</w:body>'))):
        body.insert(0, child)


def _add_lists(part: NumberingPart, lists: WordLists, ids: dict[str, str]) -> None:
    """Add lists to a document, each definition before every list."""
    root = part.element
    first_list = next((index for index, child in enumerate(root) if child.tag == qn("w:num")), len(root))
    for offset, child in enumerate(_elements(map(lambda text: _with_ids(text, ids), lists.definitions))):
        root.insert(first_list + offset, child)
    last_list = max((index for index, child in enumerate(root) if child.tag == qn("w:num")), default=len(root) - 1)
    for offset, child in enumerate(_elements(lists.instances), start=1):
        root.insert(last_list + offset, child)


def _elements(texts: Iterable[str]) -> list[etree._Element]:
    return list(parse_xml(f'<w:numbering xmlns:w="{NAMESPACE}">{"".join(texts)}</w:numbering>'))


def _set_header_and_footer(document: Document, paper: Paper) -> None:
    """Put the date, and that it is a draft, at the head of each page, and the page at its foot.

    What a district has at the head of its pages stays above that.
    """
    ids = style_ids(document)
    for section in document.sections:
        head = f"{paper.standing or paper.title}\t{paper.day}"
        _add_line(section.header, text_run(head), ids["Header"], "right")
        pages = text_run("Page ") + _field("PAGE") + text_run(" of ") + _field("NUMPAGES")
        _add_line(section.footer, pages, ids["Footer"], "center")


def _add_line(holder: object, content: str, style: str, alignment: str) -> None:
    """Add a paragraph to a header or footer, in the place of an empty one."""
    stop = (
        f'<w:tabs><w:tab w:val="clear" w:pos="4680"/><w:tab w:val="clear" w:pos="4320"/>'
        f'<w:tab w:val="clear" w:pos="8640"/><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
        if alignment == "right"
        else '<w:jc w:val="center"/>'
    )
    holder.is_linked_to_previous = False  # type: ignore[attr-defined]
    root = holder._element  # type: ignore[attr-defined]
    for child in list(root):
        if child.tag == qn("w:p") and not "".join(child.itertext()).strip() and len(child) <= 1:
            root.remove(child)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>'
    root.append(parse_xml(f'<w:p xmlns:w="{NAMESPACE}">{properties}{content}</w:p>'))


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _set_properties(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.subject = paper.title[:255], paper.subject[:255]
    properties.author = properties.last_modified_by = AUTHOR
    properties.keywords = properties.comments = properties.category = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = paper.made
    properties.revision = 1


def _add_notes(document: Document, paper: Paper) -> None:
    """Add each note as a comment on the heading of its clause."""
    if not paper.notes:
        return
    headings = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    for note in paper.notes:
        _add_note(document, headings.get(bookmark_of(note.question_id)), note, paper)


def _add_note(document: Document, heading: CT_P | None, note: ClauseNote, paper: Paper) -> None:
    if heading is None:
        return
    runs = WordParagraph(heading, document._body).runs
    comment = document.add_comment(runs, note.text, AUTHOR, "M")
    comment._comment_elm.set(qn("w:date"), paper.made.strftime("%Y-%m-%dT%H:%M:%SZ"))
