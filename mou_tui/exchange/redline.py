"""Make a redline: the draft with what changed from an earlier agreement, or from the draft at a milestone.

In Word they are tracked; in Markdown and on a web page what is gone is struck through and what is new underlined.

No redline is written that was not read back: with all changes accepted it must say what the draft says, with all
rejected what the old text said, to two readers that know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.composition import one_line
from mou_tui.draft.markdown import Blanks
from mou_tui.errors import CannotSave, UsageError
from mou_tui.exchange.export import PLAIN_LOOK, WordLook, default_path, paper
from mou_tui.exchange.libraries import is_installed, require
from mou_tui.exchange.marked_text import MarkedKind, Reading, marked_lines, pandoc_letters
from mou_tui.exchange.reader import read_document
from mou_tui.exchange.tracked_text import accepted, pandoc_text, rejected
from mou_tui.exchange.writers.line_changes import changed_lines
from mou_tui.exchange.writers.markdown_redline import markdown_redline
from mou_tui.exchange.writers.paper import Paper
from mou_tui.exchange.writers.printed import Printed, printed
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean_line, for_display, join_and
from mou_tui.paths import typed
from mou_tui.reports.wording_history import Moment, WordingHistory, moments
from mou_tui.session.model import OPENING, Answer, Session

RedlineKind = Literal["docx", "md", "html"]
"""The kinds of file in which changes can be marked; nobody can accept one in a PDF."""

EXPLANATION = (
    "What is gone is struck through, what is new is underlined. Numbers are text, and rows of tables are lines."
)

_FILES = frozenset((".docx", ".odt", ".pdf", ".md", ".txt", ".rtf", ".html", ".doc"))
"""The endings by which a name is that of a file, even if there is none."""


class OldText(NamedTuple):
    """Hold what a draft is compared with."""

    name: str
    lines: tuple[str, ...]
    """Its paragraphs as they are printed."""
    remarks: tuple[str, ...] = ()
    """What a person should know of how it was read."""


def old_text(checklist: Checklist, session: Session, named: str, *, now: datetime) -> OldText:
    """Return what a draft is to be compared with.

    Args:
        checklist: what the session answers.
        session: the session.
        named: a file, or the beginning of the name of a milestone; empty for the earlier agreement read into it.
        now: when the redline is made.

    Raises:
        CannotOpen: the file cannot be read.
        UsageError: there is none; the message says which there are.
    """
    if not named:
        return _earlier(session)
    path = typed(named)
    if path.suffix.casefold() in _FILES or path.is_file():
        document = read_document(path)
        return OldText(document.name, tuple(paragraph.text for paragraph in document.paragraphs), document.remarks)
    milestones = [moment for moment in moments(session) if moment.kind == "milestone"]
    wanted = named.casefold()
    moment = next((moment for moment in reversed(milestones) if moment.name.casefold().startswith(wanted)), None)
    if moment is None:
        names = join_and([f"“{for_display(moment.name, 60)}”" for moment in milestones]) if milestones else "none"
        raise UsageError(
            f"There is no file and no milestone “{for_display(named, 60)}”. The milestones of this session: {names}."
        )
    before = session_at(checklist, session, moment)
    return OldText(moment.name, tuple(line.text for line in printed(paper(checklist, before, now=now).parts)))


def baselines(session: Session) -> tuple[tuple[str, str], ...]:
    """Return what a draft can be compared with in its session: the name that `old_text` takes, and what to call it."""
    milestones = ((moment.name, f"“{moment.name}”") for moment in moments(session) if moment.kind == "milestone")
    if not session.earlier:
        return tuple(milestones)
    return (("", f"the earlier agreement ({join_and([held.name for held in session.earlier])})"), *milestones)


def redline_path(session_path: Path, kind: RedlineKind = "docx") -> Path:
    """Return where a redline goes by default: next to the session."""
    usual = default_path(session_path, "draft", kind)
    return usual.with_stem(f"{usual.stem}-redline")


def session_at(checklist: Checklist, session: Session, moment: Moment) -> Session:
    """Return a session with the wordings it had at a moment; parties and facts are those of now."""
    history = WordingHistory(session)
    answers = {
        question_id: _answer_at(answer, history.at(question_id, moment), moment)
        for question_id, answer in {
            **{question.id: session.answer(question.id) for question in checklist.questions()},
            **session.answers,
        }.items()
    }
    return replace(session, answers=answers, opening=history.at(OPENING, moment))


def _answer_at(answer: Answer, text: str, moment: Moment) -> Answer:
    alternatives = {party: held for party, held in answer.alternatives.items() if held.at and held.at <= moment.at}
    return replace(answer, text=text, alternatives=alternatives)


def _earlier(session: Session) -> OldText:
    lines = tuple(
        paragraph.text
        for document in session.earlier
        for paragraph in document.paragraphs
        if paragraph.kind != "furniture"
    )
    if not lines:
        raise UsageError(
            "No earlier agreement was read into this session. Name its file, or a milestone: --redline old.docx"
        )
    return OldText(join_and([document.name for document in session.earlier]), lines)


def export_redline(
    checklist: Checklist,
    session: Session,
    named: str,
    blanks: Blanks = "show",
    kind: RedlineKind = "docx",
    *,
    now: datetime,
    look: WordLook = PLAIN_LOOK,
) -> bytes:
    """Return a redline from what is named as in `old_text`; errors are those of both steps."""
    old = old_text(checklist, session, named, now=now)
    return write_redline(checklist, session, old, blanks, kind, now=now, look=look)


def write_redline(
    checklist: Checklist,
    session: Session,
    old: OldText,
    blanks: Blanks = "show",
    kind: RedlineKind = "docx",
    *,
    now: datetime,
    look: WordLook = PLAIN_LOOK,
) -> bytes:
    """Return the draft with the changes from an old text: tracked in Word, or struck through and underlined.

    Raises:
        CannotSave: what writes or checks it is missing, or it did not read back as it should; the message says why.
    """
    pages = paper(checklist, session, "draft", blanks, now=now)
    new = tuple(printed(pages.parts))
    before = tuple(clean_line(line).text if "\n" not in line else line for line in old.lines if line.strip())
    if kind == "docx":
        data = _in_word(pages, before, new, now, look)
        check(data, before, [line.text for line in new])
        return data
    title, lines = f"{pages.title}: changes from {one_line(old.name)}", changed_lines(before, new)
    if kind == "md":
        data = markdown_redline(title, EXPLANATION, lines)
    else:
        from mou_tui.exchange.writers.html_redline import html_redline

        data = html_redline(pages, title, EXPLANATION, lines)
    check_marked(data, kind, before, [line.text for line in new])
    return data


def _in_word(pages: Paper, old: Sequence[str], new: Sequence[Printed], now: datetime, look: WordLook) -> bytes:
    require("docx")
    require("redline")
    from mou_tui.exchange.writers.word import AUTHOR, write_redline
    from mou_tui.exchange.writers.word_redline import Redline
    from mou_tui.exchange.writers.word_reference import read_reference

    markup = Redline(AUTHOR, now.strftime("%Y-%m-%dT%H:%M:%SZ")).markup(old, new)
    return write_redline(pages, markup, read_reference(look.reference) if look.reference else b"")


def check(data: bytes, old: Sequence[str], new: Sequence[str]) -> None:
    """Read a redline in Word back in both ways with both readers.

    Raises:
        CannotSave: it does not say what it should; the message says where.
    """
    for name, reading, wanted in (("accepted", accepted(data), new), ("rejected", rejected(data), old)):
        _compare(f"with all changes {name}", map(_normal, reading), map(_normal, wanted))
    for name, wanted in (("accepted", new), ("rejected", old)):
        _compare(f"with all changes {name}, read by pandoc", [pandoc_text(data, name)], [_letters(wanted)])


def check_marked(data: bytes, kind: MarkedKind, old: Sequence[str], new: Sequence[str]) -> None:
    """Read a redline in Markdown or on a web page back in both ways, by pandoc too where it is installed.

    Raises:
        CannotSave: it does not say what it should; the message says where.
    """
    readings: tuple[tuple[Reading, Sequence[str]], ...] = (("accepted", new), ("rejected", old))
    for name, wanted in readings:
        _compare(f"with all changes {name}", map(_normal, marked_lines(data, kind, name)), map(_normal, wanted))
        if is_installed("redline"):
            letters = pandoc_letters(data, kind, name)
            _compare(f"with all changes {name}, read by pandoc", [letters], [_letters(wanted)])


def _letters(lines: Sequence[str]) -> str:
    return "".join("".join(lines).split())


def _normal(line: str) -> str:
    return " ".join(line.split())


def _compare(how: str, reading: Iterable[str], wanted: Iterable[str]) -> None:
    read, expected = list(filter(None, reading)), list(filter(None, wanted))
    if read == expected:
        return
    at = next((index for index, pair in enumerate(zip(read, expected, strict=False)) if pair[0] != pair[1]), -1)
    near = for_display(expected[at] if at >= 0 else "its end", 60)
    raise CannotSave(f"The redline was not written: {how}, it does not say what it should near “{near}”.")
