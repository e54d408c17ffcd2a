"""Give a Word document the styles that the program writes with, where it brings none of its own."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml import etree

TEXT_FONT = "Times New Roman"
HEADING_FONT = "Arial"
_SIZES = {"Title": 18, "Heading 1": 13, "Heading 2": 11, "Heading 3": 11, "Heading 4": 11}
_BEFORE = {"Heading 1": 18, "Heading 2": 12, "Heading 3": 10, "Heading 4": 10}
_NEEDED = ("Normal", *_SIZES, "List Paragraph", "Quote", "Header", "Footer")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def add_missing_styles(document: Document) -> None:
    """Add the styles that are written with and that a document of somebody else does not have."""
    known = {style.name for style in document.styles}
    for name in _NEEDED:
        if name not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if "Table Grid" not in known:
        document.styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE, builtin=True)


def style_ids(document: Document) -> dict[str, str]:
    """Return the id that a document has for each style that is written with, by the id that Word has for it."""
    return {
        name.replace(" ", ""): document.styles[name].style_id or name.replace(" ", "")
        for name in (*_NEEDED, "Table Grid")
    }


def set_usual_look(document: Document) -> None:
    """Set fonts, sizes and spaces as an agreement has them, in place of those of a theme."""
    root = document.styles.element
    for fonts in root.iter(qn("w:rFonts")):
        for attribute in _THEMED:
            fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for name in _NEEDED:
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        is_heading = name in _SIZES
        _set_font(style, HEADING_FONT if is_heading else TEXT_FONT)
        style.font.size = Pt(_SIZES.get(name, 11))
        if is_heading:
            style.font.bold = True
            style.font.italic = False
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.space_before = Pt(_BEFORE.get(name, 0))
            style.paragraph_format.space_after = Pt(4)
    text = document.styles["Normal"].paragraph_format
    text.space_after, text.line_spacing = Pt(6), 1.1
    document.styles["Quote"].paragraph_format.left_indent = Pt(28)
    for border in root.iter(qn("w:pBdr")):
        # The title of Word's template has a blue rule below it.
        for side in list(border):
            side.set(qn("w:color"), "000000")
            side.attrib.pop(qn("w:themeColor"), None)


def set_smaller_look(document: Document) -> None:
    """Set sizes and spaces for a card, which is to fit one page, after the usual look."""
    for name in _NEEDED:
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt({"Title": 14, "Heading 1": 11}.get(name, 9.5))
        if name in _SIZES:
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(2)
    text = document.styles["Normal"].paragraph_format
    text.space_after, text.line_spacing = Pt(3), 1.0


def link_headings(document: Document, list_id: int) -> None:
    """Let the styles of the first two headings count in a list."""
    for level, name in enumerate(("Heading 1", "Heading 2")):
        properties = document.styles[name].element.get_or_add_pPr()
        for old in properties.findall(qn("w:numPr")):
            properties.remove(old)
        numbering = properties.get_or_add_numPr()
        for child in list(numbering):
            numbering.remove(child)
        etree.SubElement(numbering, qn("w:ilvl")).set(qn("w:val"), str(level))
        etree.SubElement(numbering, qn("w:numId")).set(qn("w:val"), str(list_id))


def _set_font(style: ParagraphStyle, name: str) -> None:
    style.font.name = name
    fonts = style.element.get_or_add_rPr().rFonts
    for attribute in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{attribute}"), name)
