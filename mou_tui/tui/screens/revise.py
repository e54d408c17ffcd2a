"""The revision screen: shows where each paragraph of an earlier agreement belongs, to confirm or correct."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.exchange.cues import cues_of
from mou_tui.exchange.document import Document
from mou_tui.exchange.matching import SURE, UNSURE
from mou_tui.exchange.revision import ParagraphRef, is_in_tray
from mou_tui.language.text import pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.screens import EARLIER
from mou_tui.tui.dialogs import paragraph_prompts as prompts
from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.tui.widgets.placement import Placement
from mou_tui.workspace.outside_paragraphs import OutsideParagraphs
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.workspace import Workspace


class ReviseScreen(ListScreen):
    """Lists the paragraphs of the earlier agreement, uncertain ones first."""

    ACTIONS = EARLIER
    HELP = """Each row is a paragraph of the earlier agreement, with where it seems to belong. Enter or c confirms and
goes on; m moves it, o puts it outside the topics, k gives it to counsel, l makes it a clause of your own, t leaves it
in the tray. What is confirmed is shown as the current
wording of its question. Nothing is dropped: the tray is listed in the report and in the changes."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EARLIER), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(
            workspace, Listing(self.title_text, self.rows, below=self.compose_footer, show_row=self.show_row), row
        )
        self._revision = Revision(workspace, cues_of(workspace.checklist))
        self._outside = OutsideParagraphs(self._revision)
        self._refs: dict[str, ParagraphRef] = {}

    def title_text(self) -> str:
        """Return the title, with the numbers of paragraphs to confirm and in the tray."""
        waiting, loose = len(self._revision.to_confirm()), len(self._revision.tray())
        names = ", ".join(document.name for document in self.workspace.session.earlier) or "none read in yet"
        return f"Earlier agreement: {names} · {waiting} to confirm · {loose} in the tray"

    def rows(self) -> Iterator[ListRow]:
        """Yield the paragraphs to confirm, uncertain ones first, then the tray, then the confirmed ones."""
        self._refs = {_row_id(ref): ref for ref in self._revision.all()}
        waiting = self._revision.to_confirm()
        is_sure = {ref: self._revision.match(ref).confidence >= SURE for ref in waiting}
        tray = [ref for ref in self._revision.tray() if ref not in is_sure]
        placed = [ref for ref in self._refs.values() if ref not in is_sure and ref not in set(tray)]
        parts = (
            ("Look at these", [ref for ref in waiting if not is_sure[ref]]),
            ("Sure", [ref for ref in waiting if is_sure[ref]]),
            ("Left in the tray", tray),
            ("Confirmed", placed),
        )
        for name, refs in parts:
            if refs:
                yield header_row(f"{name} · {len(refs)}")
                yield from map(self._row_of, refs)
        if not self._refs:
            key = key_of(self.app, "read_another")
            yield ListRow(Content(f"No earlier agreement is read in. {key} reads one in; it is only read."))

    def _row_of(self, ref: ParagraphRef) -> ListRow:
        paragraph = self._revision.paragraph(ref)
        where = self._revision.belongs(paragraph)
        start = " ".join(paragraph.text.split())[:60]
        style = "dim" if is_in_tray(paragraph) else "bold"
        return ListRow(
            Content.assemble("  ", (where, style), f"  {start}…" if len(paragraph.text) > 60 else f"  {start}"),
            _row_id(ref),
        )

    def compose_footer(self) -> ComposeResult:
        """Compose two panes: the old text, and the questions it is about."""
        yield Placement(id="beside")

    def show(self) -> None:
        """Show the rows as the session is now, and the texts of the current row."""
        super().show()
        self.show_row()

    def show_row(self) -> None:
        """Show the paragraph of the current row, and the questions it seems to be about."""
        placement = self.query_one(Placement)
        ref = self._refs.get(self.row)
        placement.visible = ref is not None
        if ref is not None:
            paragraph = self._revision.paragraph(ref)
            page = f", page {paragraph.page}" if paragraph.page else ""
            above = f" · {paragraph.heading}" if paragraph.heading else ""
            placement.show((f"Old text, {self._revision.name(ref)}{page}{above}", paragraph.text), self._about(ref))

    def _about(self, ref: ParagraphRef) -> tuple[str, Content]:
        paragraph, match = self._revision.paragraph(ref), self._revision.match(ref)
        checklist = self.workspace.checklist
        questions = [
            Content.assemble(
                (f"{checklist.number(question)} {checklist.question(question).label}", "bold"),
                f"\n{checklist.question(question).ask}\n",
            )
            for question in paragraph.questions
            if question in checklist
        ]
        if not questions:
            questions = [Content.assemble((self._revision.belongs(paragraph), "bold"), "\n")]
        if paragraph.placed:
            return "Confirmed", Content("").join(questions)
        sure = "sure" if match.confidence >= SURE else "likely" if match.confidence >= UNSURE else "a guess"
        return f"Seems to be about ({sure})", Content("").join(
            [*questions, Content(f"Why: {match.reason}").stylize("dim")]
        )

    @property
    def _ref(self) -> ParagraphRef | None:
        return self._refs.get(self.row)

    @on(OptionList.OptionSelected, "#rows")
    def action_confirm(self) -> None:
        """Confirm the paragraph, and go to the next one to confirm."""
        ref = self._ref
        if ref is not None and not self.workspace.read_only:
            self._done(ref, self._revision.confirm([ref]), "Confirmed.")

    @work
    async def action_to_counsel(self) -> None:
        """Put the paragraph among the terms from counsel; ask of what kind it is where that is not known."""
        ref = self._ref
        kind = await prompts.ask_counsel_kind(self.app, self._outside, ref) if ref else None
        if ref and kind:
            self._attempt(ref, lambda: self._outside.give_to_counsel(ref, kind), "It is among the terms from counsel.")

    @work
    async def action_own_clause_of_it(self) -> None:
        """Ask for a topic and a caption, and make the paragraph a clause of the room's own there."""
        ref = self._ref
        chosen = await prompts.ask_own_clause(self.app, self._revision, self._outside, ref) if ref else None
        if ref and chosen:
            topic_id, caption = chosen
            message = "It is a clause of your own. It counts once somebody has looked at it."
            self._attempt(ref, lambda: self._outside.make_own_clause(ref, topic_id, caption), message)

    def _attempt(self, ref: ParagraphRef, change: Callable[[], bool], message: str) -> None:
        """Make a change that a full session may refuse, and go on."""
        try:
            is_changed = change()
        except MouError as error:
            self.app.push_screen(MessageDialog("It was left where it is", error.message))
            return
        self._done(ref, is_changed, message)

    def action_leave_in_tray(self) -> None:
        """Leave the paragraph in the tray, and go to the next one to confirm."""
        ref = self._ref
        if ref is not None:
            self._done(ref, self._revision.leave_in_tray(ref), "Left in the tray.")

    def action_confirm_sure(self) -> None:
        """Confirm all paragraphs whose match is sure."""
        sure = self._revision.sure()
        if sure and self._revision.confirm(sure):
            self.report_step(f"Confirmed {pluralize(len(sure), 'paragraph')}.")
        else:
            self.notify("None of those that wait is sure.", markup=False)

    @work
    async def action_move(self) -> None:
        """Ask which questions the paragraph is about."""
        ref = self._ref
        chosen = await prompts.ask_questions(self.app, self._revision, ref) if ref else None
        if ref and chosen is not None:
            self._done(ref, self._revision.place(ref, chosen), "Moved.")

    @work
    async def action_move_outside(self) -> None:
        """Ask what kind of text outside the topics the paragraph is."""
        ref = self._ref
        kind = await prompts.ask_outside_kind(self.app, self._revision) if ref else None
        if ref and kind is not None:
            self._done(ref, self._revision.place(ref, (), kind), "Moved.")

    @work
    async def action_split(self) -> None:
        """Ask after which sentence to cut the paragraph."""
        ref = self._ref
        cut = await prompts.ask_cut(self.app, self._revision.paragraph(ref).text) if ref else None
        if cut == 0:
            self.notify("It is a single sentence.", markup=False)
        elif ref and cut and self._revision.split(ref, cut):
            self.report_step("Split.")

    def action_join(self) -> None:
        """Join the paragraph and the next one."""
        ref = self._ref
        if ref is None:
            return
        if self._revision.join(ref):
            self.report_step("Joined.")
        else:
            self.notify("A heading comes next, or the end.", markup=False)

    @work
    async def action_start_answers(self) -> None:
        """Ask which empty answers start with the earlier wording, and start them with it."""
        questions = self._revision.takeable()
        if not questions:
            self.notify("No confirmed paragraph belongs to a question without an answer.", markup=False)
            return
        here = self._revision.paragraph(self._ref).questions if self._ref else ()
        chosen = await prompts.ask_first_wordings(self.app, self._revision, questions, here)
        if chosen and self._revision.take(chosen):
            self.report_step(f"{pluralize(len(chosen), 'answer')} started with the earlier wording.")

    @work
    async def action_gaps(self) -> None:
        """Show the gap report."""
        from mou_tui.tui.screens.gap_report import GapReportScreen

        if not self.workspace.session.earlier:
            self.notify("No earlier agreement is read in.", markup=False)
            return
        clause_id = await self.app.push_screen_wait(GapReportScreen(self.workspace, self._revision))
        if clause_id:
            self.dismiss(clause_id)

    @work
    async def action_read_another(self) -> None:
        """Ask for a file, and read it."""
        path = await prompts.ask_file(self.app, self.workspace)
        if path:
            self._read(path)

    @work(thread=True, exclusive=True)
    def _read(self, path: str) -> None:
        from mou_tui.exchange.reader import read_document

        def report(done: int, total: int) -> None:
            self.app.call_from_thread(self._show_progress, f"Reading page {done} of {total}")

        try:
            document = read_document(paths.typed(path), on_progress=report)
        except MouError as error:
            self.app.call_from_thread(self.app.push_screen, MessageDialog("It was not read", error.message))
            return
        self.app.call_from_thread(self._take_in, document)

    def _show_progress(self, message: str) -> None:
        if self.is_attached:
            self.sub_title = message

    def _take_in(self, document: Document) -> None:
        if not self.is_attached:
            return
        try:
            is_new = self._revision.read_in(document)
        except MouError as error:
            self.app.push_screen(MessageDialog("It was not read", error.message))
            return
        if is_new:
            self.report_step(f"Read {pluralize(document.word_count, 'word')}.")
        else:
            self.notify("The same file is in the session already.", markup=False)

    def _done(self, ref: ParagraphRef, is_changed: bool, message: str) -> None:
        waiting = self._revision.to_confirm()
        if waiting and waiting[0] != ref:
            self.row = _row_id(waiting[0])
        if is_changed:
            self.report_step(message)
        else:
            self.show()


def _row_id(ref: ParagraphRef) -> str:
    return f"{ref.document}/{ref.index}"
