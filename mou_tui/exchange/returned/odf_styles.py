"""Tell from the styles of an OpenDocument text what is bold or in italics, what a title, and how lists are labeled."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from mou_tui.exchange.returned.tracked_body import PLAIN, Look
from mou_tui.exchange.returned.word_places import MOST, shaped
from mou_tui.exchange.writers.paper import BOXES

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SHAPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}


class OdfStyles:
    """Knows the styles of an OpenDocument text.

    Args:
        content: the root of its content, with the styles that it made itself.
        common: the root of its styles by name.
    """

    def __init__(self, content: ElementTree.Element, common: ElementTree.Element) -> None:
        self._made = {(_family(style), _name(style)): style for style in content.iter(f"{STYLE}style")}
        self._named = {(_family(style), _name(style)): style for style in common.iter(f"{STYLE}style")}
        roots = (common, content)
        self._lists = {_name(style): _labels(style) for root in roots for style in root.iter(f"{TEXT}list-style")}

    def look(self, family: str, name: str, around: Look = PLAIN) -> Look:
        """Return the look of a span or paragraph.

        Args:
            family: `text` or `paragraph`.
            name: of its style.
            around: the look of what is around it.
        """
        style = self._made.get((family, name))
        if style is None and family == "text":
            style = self._named.get((family, name))
        properties = style.find(f"{STYLE}text-properties") if style is not None else None
        if properties is None:
            return around
        weight, slope = properties.get(f"{_FO}font-weight"), properties.get(f"{_FO}font-style")
        line = properties.get(f"{STYLE}text-line-through-style")
        return Look(
            around.strong if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600),
            around.emphasis if slope is None else slope in ("italic", "oblique"),
            around.struck if line is None else line != "none",
        )

    def is_title(self, name: str) -> bool:
        """Tell whether a style of paragraphs is that of titles."""
        style = self._made.get(("paragraph", name))
        return "Title" in (name, style.get(f"{STYLE}parent-style-name") if style is not None else "")

    def label(self, list_style: str, level: int) -> str:
        """Return the label that a level of a list begins with; empty where it has none."""
        return self._lists.get(list_style, {}).get(level, "•" if list_style not in self._lists else "")


def _labels(style: ElementTree.Element) -> dict[int, str]:
    return {
        int(level) - 1: _label(definition)
        for definition in _definitions(style)
        if (level := definition.get(f"{TEXT}level", "")).isdigit()
    }


def _definitions(style: ElementTree.Element) -> Iterable[ElementTree.Element]:
    return (child for child in style if child.tag.startswith(f"{TEXT}list-level-style-"))


def _label(definition: ElementTree.Element) -> str:
    if not definition.tag.endswith("-number"):
        sign = definition.get(f"{TEXT}bullet-char", "").strip()
        return sign if sign in BOXES or (len(sign) > 1 and any(map(str.isalnum, sign))) else "•"
    shape = _SHAPES.get(definition.get(f"{STYLE}num-format", "")[:1])
    prefix, suffix = (definition.get(f"{STYLE}num-{end}", "") for end in ("prefix", "suffix"))
    if shape is None:
        return f"{prefix}{suffix}".strip()
    start = definition.get(f"{TEXT}start-value", "")
    count = int(start) if start.isdigit() and 0 < int(start) < MOST else 1
    shown = definition.get(f"{TEXT}display-levels", "1")
    outer = "1." * (int(shown) - 1) if shown.isdigit() and int(shown) < 10 else ""
    return f"{prefix}{outer}{shaped(count, shape)}{suffix}".strip()


def _family(style: ElementTree.Element) -> str:
    return style.get(f"{STYLE}family", "")


def _name(style: ElementTree.Element) -> str:
    return style.get(f"{STYLE}name", "")
