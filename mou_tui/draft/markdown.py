"""The draft as Markdown: in passages for the preview, or whole for export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mou_tui.draft.blanks import with_blanks
from mou_tui.draft.contain import contain, escape, run_in
from mou_tui.draft.draft import Clause, Draft, Section, Signature

Blanks = Literal["show", "underline"]
"""How blanks print: as they are, or as a line to write on."""

# A noncharacter: clean text never holds one, so no wording can be taken for it.
_LINE = "\ufdd0"
_UNDERLINE = r"\_" * 12


class Passage(NamedTuple):
    """A stretch of the draft that changes as one."""

    key: str
    """Clause number, or `title`, `opening`, `section-3`, `signatures`, `counsel`."""
    markdown: str
    not_blanks: tuple[str, ...] = ()
    """What looks like a blank in it and is none."""


def render(draft: Draft, blanks: Blanks = "show") -> str:
    """The whole draft as Markdown, with a final line break."""
    return "\n\n".join(passage.markdown for passage in passages(draft, blanks)) + "\n"


def passages(draft: Draft, blanks: Blanks = "show") -> Iterator[Passage]:
    """The draft in passages, in reading order."""

    def worded(text: str, not_blanks: tuple[str, ...]) -> str:
        if blanks == "show":
            return contain(text)
        lined = with_blanks(text, lambda blank: blank.filled(_LINE), not_blanks)
        return contain(lined).replace(_LINE, _UNDERLINE)

    yield Passage("title", f"# {escape(draft.title)}\n\n*{escape(_notice(draft))}*")
    yield Passage("opening", worded(draft.opening, ()))
    for section in draft.sections:
        yield Passage(f"section-{section.number}", _heading(section))
        for clause in section.clauses:
            wording = worded(clause.text, clause.not_blanks) if clause.standing == "worded" else ""
            wordings = [worded(candidate.text, clause.not_blanks) for candidate in clause.candidates]
            yield Passage(clause.number, _clause(clause, wording, wordings), clause.not_blanks)
    yield Passage("signatures", _signatures(draft))
    yield Passage("counsel", _counsel(draft))


def as_source(passage: Passage) -> Passage:
    """The passage so written that its own Markdown is what one reads."""
    paragraphs = (paragraph.split("\n") for paragraph in passage.markdown.split("\n\n"))
    return passage._replace(markdown="\n\n".join("\\\n".join(map(_as_typed, lines)) for lines in paragraphs))


def _as_typed(line: str) -> str:
    # Spaces that set a line in are kept as hard ones, which no reader of Markdown drops.
    words = line.lstrip(" ")
    return "\xa0" * (len(line) - len(words)) + escape(words)


def _notice(draft: Draft) -> str:
    still_open = f"Open: {', '.join(draft.open)}." if draft.open else "No clause is marked open."
    return f"For discussion. Not approved by any party. {still_open} {draft.disclaimer}"


def _heading(section: Section) -> str:
    heading = f"## {section.number}. {escape(section.title)}"
    return heading if section.clauses else f"{heading}\n\nReserved."


def _clause(clause: Clause, wording: str, wordings: list[str]) -> str:
    caption = f"**{clause.number} {escape(clause.label)}.**"
    if clause.standing == "reserved":
        return f"{caption} Reserved."
    if clause.standing == "open":
        return f"{caption} [Not yet settled: {escape(clause.label)}]"
    if clause.standing == "undecided":
        heading = f"{caption} [Alternative {' / '.join(candidate.letter for candidate in clause.candidates)}]"
        alternatives = [
            run_in(f"*Alternative {candidate.letter}, {escape(candidate.whose)}:*", text)
            for candidate, text in zip(clause.candidates, wordings, strict=True)
        ]
        return "\n\n".join([heading, *alternatives])
    return run_in(caption, wording)


def _signatures(draft: Draft) -> str:
    return "\n\n".join([contain(draft.closing), *map(_signature_block, draft.signatures)])


def _signature_block(signature: Signature) -> str:
    lines = [
        f"**{escape(signature.party)}**",
        f"By: {_UNDERLINE * 2}",
        f"Name: {escape(signature.name) or _UNDERLINE * 2}",
        f"Title: {escape(signature.title) or _UNDERLINE * 2}",
        f"Date: {_UNDERLINE}",
    ]
    return "\\\n".join(lines)


def _counsel(draft: Draft) -> str:
    items = "\n".join(f"- {escape(item)}" for item in draft.counsel)
    return f"## Left to counsel, not discussed here\n\n{items}"
