"""The earlier agreement: read in, gone through paragraph by paragraph, reported on, used as first wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.exchange.cues import cues_of
from mou_tui.exchange.gap_report import FOUND_LABELS, best_sentence, summary
from mou_tui.exchange.matching import SURE
from mou_tui.exchange.revision import ParagraphRef, first_wording
from mou_tui.language.text import capitalize_first, join_and, pluralize
from mou_tui.plain.commands.documents import write_or_ask
from mou_tui.plain.context import PlainContext
from mou_tui.plain.marked_text import HOW_MARKED, marked_text
from mou_tui.plain.question_speech import read_only
from mou_tui.plain.registry import command
from mou_tui.reports.changes import CHANGE_LABELS, change_of
from mou_tui.workspace.outside_paragraphs import OutsideParagraphs
from mou_tui.workspace.revision import Revision

_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+(?=\S)")
_HOW = (
    "Say yes to confirm it, all to confirm every sure one, move, outside, counsel, clause, tray, split, join, undo, "
    "skip or done:"
)
_CHOICES = ("yes", "all", "move", "outside", "counsel", "clause", "tray", "split", "join", "undo", "skip", "done")


@command("earlier")
def earlier(context: PlainContext, argument: str) -> None:
    """Go through the earlier agreement; or read one in, report on it, compare or use it, as `argument` says."""
    workspace = context.workspace
    revision = Revision(workspace, cues_of(workspace.checklist))
    part = argument.casefold()
    if part.startswith("read"):
        _read(context, revision, argument[len("read") :].strip())
    elif not workspace.session.earlier:
        context.say("No earlier agreement is read in. Say earlier read, to read one in.")
    elif part.startswith("report"):
        path = argument[len("report") :].strip()
        _write_report(context, revision, path) if path else _report(context, revision)
    elif part.startswith("compare"):
        _compare(context)
    elif workspace.read_only:
        context.say(read_only(workspace))
    elif part.startswith("use"):
        _use(context, revision)
    else:
        _go_through(context, revision)


def _read(context: PlainContext, revision: Revision, path: str) -> None:
    from mou_tui.exchange.reader import read_document

    if context.workspace.read_only:
        context.say(read_only(context.workspace))
        return
    path = path or context.console.ask("Which file is the earlier agreement, or an amendment of it?")
    if not path:
        return
    try:
        document = read_document(paths.typed(path))
        is_new = revision.read_in(document)
    except MouError as error:
        context.say(error.message)
        return
    if is_new:
        context.say(f"Read {pluralize(document.word_count, 'word')}. Say earlier to go through them.")
    else:
        context.say("The same file is in the session already.")


def _go_through(context: PlainContext, revision: Revision) -> None:
    """Go through the paragraphs that nobody has confirmed, the unsure ones first."""
    skipped: set[ParagraphRef] = set()
    _tell_progress(context, revision)
    while waiting := [ref for ref in revision.to_confirm() if ref not in skipped]:
        ref = waiting[0]
        _tell_paragraph(context, revision, ref)
        choice = context.console.choose(_HOW, *_CHOICES)
        if choice == "done":
            break
        if choice == "skip":
            skipped.add(ref)
        elif choice == "yes":
            revision.confirm([ref])
        elif choice == "all":
            sure = revision.sure()
            revision.confirm(sure)
            context.say(f"Confirmed {pluralize(len(sure), 'paragraph')}." if sure else "None of them is sure.")
        elif choice == "tray":
            revision.leave_in_tray(ref)
        elif choice == "undo":
            result = context.workspace.undo()
            context.say(result.message if result else context.workspace.undo_stack.why_nothing("undo"))
        else:
            _CHANGES[choice](context, revision, ref)
    _tell_progress(context, revision)
    if revision.takeable():
        context.say("Say earlier use to start the empty answers with the earlier wording.")


def _tell_progress(context: PlainContext, revision: Revision) -> None:
    waiting, in_tray = len(revision.to_confirm()), len(revision.tray())
    names = join_and([document.name for document in context.workspace.session.earlier])
    context.say(f"{names}: {pluralize(waiting, 'paragraph')} to confirm, {in_tray} in the tray.")


def _tell_paragraph(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    paragraph, match = revision.paragraph(ref), revision.match(ref)
    page = f", page {paragraph.page}" if paragraph.page else ""
    above = f", under “{paragraph.heading}”" if paragraph.heading else ""
    context.say(f"Paragraph {ref.index + 1}{page}{above}:")
    context.say(paragraph.text)
    sure = "sure" if match.confidence >= SURE else "not sure"
    why = f", because {match.reason}" if match.reason else ""
    context.say(f"Seems to belong to {revision.belongs(paragraph)} ({sure}{why}).")


def _move(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    checklist = context.workspace.checklist
    ids = {checklist.number(question.id): question.id for question in checklist.questions()}
    prompt = "Which questions is it about? Their numbers, for example: 3.1 9.2. Enter alone leaves it:"
    numbers = context.console.ask(prompt)
    chosen = [ids[number] for number in re.split(r"[,\s]+", numbers) if number in ids]
    if chosen:
        revision.place(ref, chosen)
        context.say(f"Moved to {revision.belongs(revision.paragraph(ref))}.")
    elif numbers:
        context.say("No question has such a number.")


def _move_outside(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    kinds = [kind.id for kind in revision.book.outside if kind.id != "furniture"]
    revision.place(ref, (), context.console.choose(f"As what? One of: {', '.join(kinds)}:", *kinds))


def _give_to_counsel(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    outside = OutsideParagraphs(revision)
    kinds = [kind for kind, _ in outside.kinds()]
    kind = outside.kind_of(ref) or context.console.choose(f"To counsel, as what? One of: {', '.join(kinds)}:", *kinds)
    try:
        outside.give_to_counsel(ref, kind)
    except MouError as error:
        context.say(error.message)
        return
    context.say("It is among the terms from counsel.")


def _make_own_clause(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    outside, topics = OutsideParagraphs(revision), context.workspace.checklist.topics
    for number, topic in enumerate(topics, start=1):
        context.say(f"{number}. {topic.title}")
    number_text = context.console.ask("A clause at the end of which topic? A number; Enter alone leaves it:")
    if not number_text.isdecimal() or not 1 <= int(number_text) <= len(topics):
        return
    proposed = outside.proposed_caption(ref)
    or_enter = f" Enter alone: {proposed}." if proposed else ""
    caption = context.console.ask(f"Caption of your own clause?{or_enter}") or proposed
    try:
        is_made = outside.make_own_clause(ref, topics[int(number_text) - 1].id, caption)
    except MouError as error:
        context.say(error.message)
        return
    if is_made:
        context.say("It is a clause of your own. It counts once somebody has looked at it.")


def _split(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    text = revision.paragraph(ref).text
    cuts = [match.end() for match in _SENTENCE_END.finditer(text)]
    if not cuts:
        context.say("It is a single sentence.")
        return
    for number, (start, cut) in enumerate(zip([0, *cuts], cuts, strict=False), start=1):
        context.say(f"{number}. {text[start:cut].strip()}")
    number_text = context.console.ask("Cut it after which sentence? A number; Enter alone leaves it whole:")
    if number_text.isdecimal() and 1 <= int(number_text) <= len(cuts):
        revision.split(ref, cuts[int(number_text) - 1])


def _join(context: PlainContext, revision: Revision, ref: ParagraphRef) -> None:
    if not revision.join(ref):
        context.say("A heading comes next, or the end.")


_CHANGES: Mapping[str, Callable[[PlainContext, Revision, ParagraphRef], None]] = {
    "move": _move,
    "outside": _move_outside,
    "counsel": _give_to_counsel,
    "clause": _make_own_clause,
    "split": _split,
    "join": _join,
}


def _use(context: PlainContext, revision: Revision) -> None:
    questions = revision.takeable()
    if not questions:
        context.say("No confirmed paragraph belongs to a question without an answer.")
        return
    for index in range(len(context.workspace.session.earlier)):
        if warning := revision.sensitive(index):
            context.say(warning)
    prompt = f"Start {pluralize(len(questions), 'answer')} with the earlier wording? Say yes, no, or each to choose:"
    choice = context.console.choose(prompt, "yes", "no", "each")
    chosen = questions if choice == "yes" else []
    if choice == "each":
        chosen = [question for question in questions if _is_wanted(context, question)]
    if chosen and revision.take(chosen):
        context.say("Done. Each counts once somebody looked at it: say adopt there to let it stand, or change it.")


def _is_wanted(context: PlainContext, question_id: str) -> bool:
    """Say the earlier wording of a question, and ask whether its answer starts with it."""
    checklist, session = context.workspace.checklist, context.workspace.session
    name = f"{checklist.number(question_id)} {checklist.question(question_id).label}"
    context.say(f"{name}: {first_wording(session, question_id)}")
    return context.console.choose(f"Start {name} with it? Say yes or no:", "yes", "no") == "yes"


def _compare(context: PlainContext) -> None:
    """Say what became of the earlier wording of the current question."""
    answer = context.answer
    change = change_of(answer)
    if change is None or not answer.current.strip():
        context.say("Nothing is noted here of what the earlier agreement says.")
        return
    context.say(f"{capitalize_first(CHANGE_LABELS[change])}. The earlier agreement says:")
    context.say(answer.current)
    if change == "changed":
        context.say(f"Now it reads, {HOW_MARKED}:")
        for paragraph in marked_text(answer.current, answer.text):
            context.say(paragraph)


def _write_report(context: PlainContext, revision: Revision, name: str) -> None:
    """Write the report to a file, of the kind that its name says."""
    from mou_tui.exchange.file_kinds import kind_of
    from mou_tui.exchange.gap_report import report_file

    workspace = context.workspace
    reports = [revision.report(index) for index in range(len(workspace.session.earlier))]
    try:
        path = paths.typed(name)
        kind = kind_of(path) or "md"
        data = report_file(workspace.checklist, revision.book, reports, kind, now=workspace.clock())
        write_or_ask(context.console, data, path, kind)
    except MouError as error:
        context.say(error.message)


def _report(context: PlainContext, revision: Revision) -> None:
    checklist = context.workspace.checklist
    for index in range(len(context.workspace.session.earlier)):
        report = revision.report(index)
        context.say(f"{report.document.name}: {summary(report)}.")
        for topic in report.coverage.topics:
            context.say(f"{topic.number}. {topic.title}")
            for coverage in topic.questions:
                question = checklist.question(coverage.id)
                indexes = coverage.paragraphs or coverage.nearest[:1]
                near = "" if coverage.paragraphs else "nearest is "
                texts = ((number, report.document.paragraphs[number].text) for number in indexes[:2])
                quotes = [f"{near}paragraph {number + 1}: {best_sentence(text, question)}" for number, text in texts]
                name = f"{checklist.number(coverage.id)} {question.label}"
                context.say(f"  {name}: {FOUND_LABELS[coverage.extent]}. {' '.join(quotes)}")
