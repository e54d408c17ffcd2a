"""The earlier agreement, line by line: the same steps as on the full screen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.exchange.cues import cues_of
from mou_tui.exchange.gap_report import FOUND_LABELS, best_sentence, summary
from mou_tui.exchange.matching import SURE
from mou_tui.exchange.revision import ParagraphRef
from mou_tui.plain.console import Console
from mou_tui.plain.question_speech import READ_ONLY
from mou_tui.plain.vocabulary import Handler
from mou_tui.reports.changes import CHANGE_LABELS, change_of, marked_changes
from mou_tui.text import capitalize_first, join_and, pluralize
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.workspace import Workspace

_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+(?=\S)")
_HOW = "Say yes to confirm it, all to confirm every sure one, move, outside, tray, split, join, undo, skip or done:"
_WORDS = ("yes", "all", "move", "outside", "tray", "split", "join", "undo", "skip", "done")


class Earlier:
    """Does what `earlier` says.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {"earlier": self._earlier}

    def _earlier(self, words: str) -> None:
        revision = Revision(self._workspace, cues_of(self._workspace.checklist))
        what = words.casefold().strip()
        if what.startswith("read"):
            self._read(revision, words.strip()[len("read") :].strip())
        elif not self._workspace.session.earlier:
            self._say("No earlier agreement is read in. Say earlier read, to read one in.")
        elif what.startswith("report"):
            self._report(revision)
        elif what.startswith("compare"):
            self._compare()
        elif self._workspace.store.read_only:
            self._say(READ_ONLY)
        elif what.startswith("use"):
            self._use(revision)
        else:
            self._go_through(revision)

    def _read(self, revision: Revision, words: str) -> None:
        from mou_tui.exchange.reader import read_document

        if self._workspace.store.read_only:
            self._say(READ_ONLY)
            return
        path = words or self._console.ask("Which file is the earlier agreement, or an amendment of it?")
        if not path:
            return
        try:
            document = read_document(paths.typed(path))
            is_new = revision.read_in(document)
        except MouError as error:
            self._say(error.message)
            return
        if is_new:
            self._say(f"Read {pluralize(document.word_count, 'word')}. Say earlier to go through them.")
        else:
            self._say("The same file is in the session already.")

    def _go_through(self, revision: Revision) -> None:
        """Go through the paragraphs that nobody has confirmed, the unsure ones first."""
        skipped: set[ParagraphRef] = set()
        self._tell_where(revision)
        while waiting := [ref for ref in revision.to_confirm() if ref not in skipped]:
            ref = waiting[0]
            self._tell(revision, ref)
            said = self._console.choose(_HOW, *_WORDS)
            if said == "done":
                break
            if said == "skip":
                skipped.add(ref)
            elif said == "yes":
                revision.confirm([ref])
            elif said == "all":
                sure = revision.sure()
                revision.confirm(sure)
                self._say(f"Confirmed {pluralize(len(sure), 'paragraph')}." if sure else "None of them is sure.")
            elif said == "tray":
                revision.leave_in_tray(ref)
            elif said == "undo":
                result = self._workspace.undo()
                self._say(result.words if result else self._workspace.undo_stack.why_nothing("undo"))
            else:
                {"move": self._move, "outside": self._move_outside, "split": self._split, "join": self._join}[said](
                    revision, ref
                )
        self._tell_where(revision)
        if revision.takeable():
            self._say("Say earlier use to start the empty answers with the earlier wording.")

    def _tell_where(self, revision: Revision) -> None:
        waiting, loose = len(revision.to_confirm()), len(revision.tray())
        names = join_and([document.name for document in self._workspace.session.earlier])
        self._say(f"{names}: {pluralize(waiting, 'paragraph')} to confirm, {loose} in the tray.")

    def _tell(self, revision: Revision, ref: ParagraphRef) -> None:
        held, match = revision.paragraph(ref), revision.match(ref)
        page = f", page {held.page}" if held.page else ""
        above = f", under “{held.heading}”" if held.heading else ""
        self._say(f"Paragraph {ref.index + 1}{page}{above}:")
        self._say(held.text)
        sure = "sure" if match.confidence >= SURE else "not sure"
        why = f", because {match.reason}" if match.reason else ""
        self._say(f"Seems to belong to {revision.belongs(held)} ({sure}{why}).")

    def _move(self, revision: Revision, ref: ParagraphRef) -> None:
        checklist = self._workspace.checklist
        numbers = {checklist.number(question.id): question.id for question in checklist.questions()}
        said = self._console.ask(
            "Which questions is it about? Their numbers, for example: 3.1 9.2. Enter alone leaves it:"
        )
        chosen = [numbers[number] for number in re.split(r"[,\s]+", said) if number in numbers]
        if chosen:
            revision.place(ref, chosen)
            self._say(f"Moved to {revision.belongs(revision.paragraph(ref))}.")
        elif said:
            self._say("No question has such a number.")

    def _move_outside(self, revision: Revision, ref: ParagraphRef) -> None:
        kinds = [kind.id for kind in revision.book.outside if kind.id != "furniture"]
        revision.place(ref, (), self._console.choose(f"As what? One of: {', '.join(kinds)}:", *kinds))

    def _split(self, revision: Revision, ref: ParagraphRef) -> None:
        text = revision.paragraph(ref).text
        cuts = [match.end() for match in _SENTENCE_END.finditer(text)]
        if not cuts:
            self._say("It is a single sentence.")
            return
        for number, (start, cut) in enumerate(zip([0, *cuts], cuts, strict=False), start=1):
            self._say(f"{number}. {text[start:cut].strip()}")
        said = self._console.ask("Cut it after which sentence? A number; Enter alone leaves it whole:")
        if said.isdecimal() and 1 <= int(said) <= len(cuts):
            revision.split(ref, cuts[int(said) - 1])

    def _join(self, revision: Revision, ref: ParagraphRef) -> None:
        if not revision.join(ref):
            self._say("A heading comes next, or the end.")

    def _use(self, revision: Revision) -> None:
        questions = revision.takeable()
        if not questions:
            self._say("No confirmed paragraph belongs to a question without an answer.")
            return
        for number in range(len(self._workspace.session.earlier)):
            if remark := revision.sensitive(number):
                self._say(remark)
        prompt = f"Start {pluralize(len(questions), 'answer')} with the earlier wording? Say yes or no:"
        if self._console.choose(prompt, "yes", "no") == "yes":
            revision.take(questions)
            self._say("Done. Each counts once somebody looked at it: say adopt there to let it stand, or change it.")

    def _compare(self) -> None:
        """Say what became of the earlier wording of the question one is at."""
        answer = self._workspace.answer
        change = change_of(answer)
        if change is None or not answer.current.strip():
            self._say("Nothing is noted here of what the earlier agreement says.")
            return
        self._say(f"{capitalize_first(CHANGE_LABELS[change])}. The earlier agreement says:")
        self._say(answer.current)
        if change == "changed":
            self._say("Now it reads, with what is gone in two tildes and what is new in two stars:")
            self._say(marked_changes(answer.current, answer.text))

    def _report(self, revision: Revision) -> None:
        for number in range(len(self._workspace.session.earlier)):
            report = revision.report(number)
            self._say(f"{report.document.name}: {summary(report)}.")
            for topic in report.coverage.topics:
                self._say(f"{topic.number}. {topic.title}")
                for coverage in topic.questions:
                    question = self._workspace.checklist.question(coverage.id)
                    name = f"{self._workspace.checklist.number(coverage.id)} {question.label}"
                    indexes = coverage.paragraphs or coverage.nearest[:1]
                    near = "" if coverage.paragraphs else "nearest is "
                    texts = ((index, report.document.paragraphs[index].text) for index in indexes[:2])
                    quotes = [f"{near}paragraph {index + 1}: {best_sentence(text, question)}" for index, text in texts]
                    self._say(f"  {name}: {FOUND_LABELS[coverage.found]}. {' '.join(quotes)}")
