"""Word documents and OpenDocument texts made by hand, so that a test knows every byte that matters in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"""
_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
_PART_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="styles.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
<Relationship Id="rId2" Target="numbering.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/></Relationships>"""


def packed(entries: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these entries."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(paragraphs: Iterable[tuple[str, int]], *, style: Collection[str] = ()) -> bytes:
    """A Word document of texts with their heading levels.

    With `numbered-headings` in the style, Word prints Roman numbers before headings that are in no text; with
    `bold-lines`, headings are only bold; with `plain-headings`, they are paragraphs as any other.
    """
    return word_package("".join(_word_paragraph(text, level, style) for text, level in paragraphs), style=style)


def word_package(body: str, *, style: Collection[str] = (), more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document with this body, and entries in addition to those it needs."""
    numbering = '<w:numPr><w:numId w:val="1"/></w:numPr>' if "numbered-headings" in style else ""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr>{numbering}<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2)
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS,
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _PART_RELS,
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {_W}>{lists}</w:numbering>",
            **(more or {}),
        }
    )


def _word_paragraph(text: str, level: int, style: Collection[str]) -> str:
    is_styled = level and not {"bold-lines", "plain-headings"} & set(style)
    properties = f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>' if is_styled else ""
    bold = "<w:rPr><w:b/></w:rPr>" if level and "bold-lines" in style else ""
    return f'<w:p>{properties}<w:r>{bold}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def odt(paragraphs: Iterable[tuple[str, int]], *, manifest: str = "") -> bytes:
    """An OpenDocument text of texts with their heading levels."""
    body = "".join(
        f'<text:h text:outline-level="{level}">{escape(text)}</text:h>' if level else f"<text:p>{escape(text)}</text:p>"
        for text, level in paragraphs
    )
    return odt_package(body, manifest=manifest)


def odt_package(body: str, *, prolog: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this body."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    content = (
        f'<?xml version="1.0"?>{prolog}<office:document-content {spaces} office:version="1.2"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": f'<?xml version="1.0"?><office:document-styles {spaces} office:version="1.2">'
            "<office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>",
            "META-INF/manifest.xml": manifest or '<?xml version="1.0"?><manifest/>',
        }
    )
