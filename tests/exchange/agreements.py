"""The agreements of the corpus: read with their labels, and made into files of every format."""

from __future__ import annotations

import html
import random
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.exchange.packages import odt, word

CORPUS = Path(__file__).with_name("corpus")


@dataclass(frozen=True)
class Part:
    """One paragraph or heading as it was written."""

    text: str
    labels: frozenset[str] = frozenset()
    level: int = 0
    """Depth of a heading; 0 for a paragraph."""


@dataclass(frozen=True)
class Agreement:
    """One agreement of the corpus."""

    name: str
    format: str
    style: frozenset[str]
    parts: tuple[Part, ...]

    @property
    def file_name(self) -> str:
        return f"{self.name}.{self.format}"

    @property
    def text(self) -> str:
        """All its text, as printed, apart from what its format adds."""
        return "\n".join(part.text for part in self.parts)


@cache
def agreements(half: str) -> tuple[Agreement, ...]:
    """The agreements of one part of the corpus, by the name of its folder."""
    return tuple(_parse(path) for path in sorted((CORPUS / half).glob("*.txt")))


def _parse(path: Path) -> Agreement:
    settings: dict[str, str] = {}
    parts: list[Part] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            settings[key] = value
        elif match := re.fullmatch(r"(=+) (.+)", line):
            parts.append(Part(match[2], level=len(match[1])))
        elif match := re.fullmatch(r"\[([^\]]+)\] (.+)", line):
            parts.append(Part(match[2], frozenset(match[1].split())))
        elif line.strip():
            raise ValueError(f"{path.name}: {line}")
    parts += _annex(int(settings.get("annex", "0")))
    return Agreement(path.stem, settings["format"], frozenset(settings["style"].split()), tuple(parts))


def _annex(schools: int) -> Iterator[Part]:
    """An annex with a sheet for every school, for an agreement of many pages."""
    if schools:
        yield Part("EXHIBIT A. SHEETS OF THE SCHOOLS", level=1)
    for number in range(1, schools + 1):
        yield Part(f"School No. {number}", level=2)
        for labels, text in _SHEET:
            yield Part(text.format(number=number, office=100 + number, hour=7 + number % 2), frozenset(labels.split()))


_SHEET = (
    ("scope", "One SRD is posted at School No. {number} from {hour}:15 a.m. until thirty minutes after the last bus."),
    ("school-duties", "Room {office} is set aside as the office of the SRD, with a door that locks and a telephone."),
    (
        "contacts-and-meetings",
        "The assistant principal is the contact person of School No. {number} and meets the SRD weekly.",
    ),
    (
        "duties",
        "The SRD opens the west gate, patrols the parking lot, and helps with the lockdown drill of each semester.",
    ),
    (
        "mutual-notice",
        "The front office of School No. {number} tells the SRD of every incident that staff report, and the SRD tells "
        "the principal of any arrest on the grounds before the end of the school day.",
    ),
)


@cache
def made(agreement: Agreement) -> bytes:
    """The file of an agreement."""
    return _MAKERS[agreement.format](agreement)


def _txt(agreement: Agreement) -> bytes:
    style = agreement.style
    if "flattened" in style:
        text = " ".join(part.text for part in agreement.parts)
        return (_ocr(text) if "ocr" in style else text).encode("cp1252", "replace")
    width = 72 if "wrapped-72" in style else 10_000
    blocks = ["\n".join(textwrap.wrap(part.text, width)) for part in agreement.parts]
    between = "\n" if "one-a-line" in style else "\n\n"
    if "pages" in style:
        return _in_pages("\n\n".join(blocks).split("\n"), agreement.name).encode()
    return f"{between.join(blocks)}\n".encode("cp1252" if "cp1252" in style else "utf-8", "replace")


def _in_pages(lines: list[str], name: str) -> str:
    pages = [lines[start : start + 40] for start in range(0, len(lines), 40)]
    head = f"{name.title()} agreement, adopted by the Board"
    return "\f".join("\n".join([head, "", *page, "", f"Page {number}"]) for number, page in enumerate(pages, start=1))


def _ocr(text: str) -> str:
    """Text as a poor scan gives it, the same each time."""
    chance = random.Random(7)
    words = []
    for word_ in text.split():
        if chance.random() < 0.03:
            word_ = word_.replace("rn", "m").replace("the", "tbe").replace("li", "h").replace("ll", "11")
        words.append(word_)
        if chance.random() < 0.005:
            words.append(chance.choice(["~", "|", ")y I I N", "SMCISUS", "'-"]))
    return " ".join(words)


def _md(agreement: Agreement) -> bytes:
    marks = {0: "", 1: "## ", 2: "### "}

    def shown(part: Part) -> str:
        text = re.sub(r"([*_\[\]#<>])", r"\\\1", part.text)
        return marks[part.level] + text if not part.labels & {"out:title"} else f"# {text}"

    return "\n\n".join(shown(part) for part in agreement.parts).encode()


def _html(agreement: Agreement) -> bytes:
    def shown(part: Part) -> str:
        text = html.escape(part.text)
        if "bold-lines" in agreement.style:
            return f"<p><b>{text}</b></p>" if part.level else f"<p>{text}</p>"
        return f"<h{part.level + 1}>{text}</h{part.level + 1}>" if part.level else f"<p>{text}</p>"

    body = "\n".join(shown(part) for part in agreement.parts)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body>{body}</body></html>".encode()


def _rtf(agreement: Agreement) -> bytes:
    def shown(part: Part) -> str:
        escaped = re.sub(r"([\\{}])", r"\\\1", part.text)
        text = "".join(letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in escaped)
        return f"{{\\b {text}}}\\par\n" if part.level else f"{text}\\par\n"

    body = "".join(shown(part) for part in agreement.parts)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Times;}}}}\\f0 {body}}}".encode("ascii")


def _pdf(agreement: Agreement) -> bytes:
    import typst

    def shown(part: Part) -> str:
        text = re.sub(r"([\\#$*_`@<>\[\]~/=+-])", r"\\\1", part.text)
        return f"#strong[{text}]" if part.level else text

    furniture = f"header: [{agreement.name.title()} agreement], footer: context [Page #counter(page).display()],"
    page = furniture if "header-footer" in agreement.style else ""
    size = "10pt" if "small" in agreement.style else "11.5pt"
    source = (
        f'#set page(paper: "us-letter", margin: 1in, {page})\n#set text(size: {size}, hyphenate: false)\n'
        "#set par(spacing: 1.2em)\n"
    )
    return bytes(typst.compile((source + "\n\n".join(map(shown, agreement.parts))).encode()))


def _docx(agreement: Agreement) -> bytes:
    paragraphs = [(part.text, part.level) for part in agreement.parts]
    return word(paragraphs, style=agreement.style)


def _odt(agreement: Agreement) -> bytes:
    return odt([(part.text, part.level) for part in agreement.parts])


_MAKERS: dict[str, Callable[[Agreement], bytes]] = {
    "txt": _txt,
    "md": _md,
    "html": _html,
    "rtf": _rtf,
    "pdf": _pdf,
    "docx": _docx,
    "odt": _odt,
}
