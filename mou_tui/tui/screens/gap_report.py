"""The gap report screen: lists which questions the earlier agreement covers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.exchange.coverage import Extent, QuestionCoverage
from mou_tui.exchange.export import default_path
from mou_tui.exchange.file_kinds import PageKind
from mou_tui.exchange.gap_report import FOUND_LABELS, GapReport, best_sentence, report_file, summary
from mou_tui.language.text import capitalize_first, for_display
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import GAPS
from mou_tui.tui.dialogs.export import KIND_PHRASES, choose_kind, export, write_or_ask
from mou_tui.tui.dialogs.form_drafts import FormDraft, draft_of
from mou_tui.tui.dialogs.forms import FormDialog, MessageDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.tui.widgets.placement import Placement
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.workspace import Workspace

GLYPHS: dict[Extent, str] = {"yes": "■", "thin": "◐", "no": "·"}


class GapReportScreen(ListScreen):
    """Lists the questions by topic, each with whether the earlier agreement covers it."""

    ACTIONS = GAPS
    HELP = """Each question with what was found in the earlier agreement: covered, thin, or nothing found. Below the
list: the sentences that cover it, or those that come nearest. “Nothing found” means that these words were not found;
look there first. Enter goes to the question."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(GAPS), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, revision: Revision, row: str = "") -> None:
        super().__init__(
            workspace,
            Listing(self._title_text, self._make_rows, below=self._compose_below, show_row=self._show_row),
            row,
        )
        self._revision = revision
        self._reports: list[GapReport] = []

    def _title_text(self) -> str:
        """Return the title, with a summary of the first report."""
        return f"Gap report · {summary(self._reports[0])}" if self._reports else "Gap report"

    def _make_rows(self) -> Iterator[ListRow]:
        """Yield each topic, followed by its questions."""
        self._reports = [self._revision.report(number) for number in range(len(self.workspace.session.earlier))]
        for topic in self.workspace.checklist.topics:
            coverage = [self._coverage(question.id) for question in topic.questions]
            covered = f"{sum(level == 'yes' for level in coverage)} of {len(coverage)}"
            yield header_row(f"{self.workspace.checklist.topics.index(topic) + 1} {topic.title} · {covered} covered")
            for question, level in zip(topic.questions, coverage, strict=True):
                name = f"{self.workspace.checklist.number(question.id)} {question.label}"
                essential = " · essential" if question.essential and level != "yes" else ""
                style = "bold" if level == "no" else ""
                content = Content.assemble(f"  {GLYPHS[level]} ", (name, style), f"  {FOUND_LABELS[level]}{essential}")
                yield ListRow(content, question.id)

    def _coverage(self, question_id: str) -> Extent:
        """Return the best coverage that any of the documents has of a question."""
        levels = {report.coverage.question(question_id).extent for report in self._reports}
        return "yes" if "yes" in levels else "thin" if "thin" in levels else "no"

    def _compose_below(self) -> ComposeResult:
        """Compose two panes: the text that covers the question of the row, and the question."""
        yield Placement(id="beside")

    def show(self) -> None:
        """Show the rows as the session is now, and the texts of the current row."""
        super().show()
        self._show_row()

    def _show_row(self) -> None:
        """Show the coverage of the question of the current row."""
        placement = self.query_one(Placement)
        placement.visible = self.row in self.workspace.checklist
        if self.row in self.workspace.checklist:
            question = self.workspace.checklist.question(self.row)
            heading_words, text = self._evidence(self.row)
            asked = Content.assemble(
                (question.ask, "bold"), "\n", *(f"\n{self._tick(point.id)} {point.text}" for point in question.points)
            )
            placement.show((heading_words, text), ("Asked", asked))

    def _evidence(self, question_id: str) -> tuple[str, str]:
        level = self._coverage(question_id)
        quotes = [
            quote
            for report in self._reports
            for quote in self._quotes(report, report.coverage.question(question_id), level)
        ]
        title = "Nothing found. Nearest" if level == "no" else f"{capitalize_first(FOUND_LABELS[level])} by"
        return title, "\n\n".join(quotes)

    def _quotes(self, report: GapReport, coverage: QuestionCoverage, level: Extent) -> Iterator[str]:
        question = self.workspace.checklist.question(coverage.id)
        for index in coverage.nearest if level == "no" else coverage.paragraphs:
            paragraph = report.document.paragraphs[index]
            page = f", page {paragraph.page}" if paragraph.page else ""
            yield f"¶ {index + 1}{page}: {best_sentence(paragraph.text, question)}"

    def _tick(self, point_id: str) -> str:
        points = {point for report in self._reports for point in report.coverage.question(self.row).points}
        return "✓" if point_id in points else "·"

    @on(OptionList.OptionSelected, "#rows")
    def action_go_there(self) -> None:
        """Go to the question of the row."""
        if self.row in self.workspace.checklist:
            self.dismiss(self.row)

    @work
    async def action_export_report(self) -> None:
        """Write the report as a file, in a kind and at a path that the person chooses."""
        book, now = self._revision.book, self.workspace.clock()
        draft = draft_of(self.workspace, "export", party="gaps")
        try:
            kind = await choose_kind(self.app, "gap report")
            path = await self._ask_path(kind, draft) if kind else None
            if kind is None or path is None:
                return
            data = report_file(self.workspace.checklist, book, self._reports, kind, now=now)
            if not await write_or_ask(self.app, data, path, kind):
                return
        except MouError as error:
            await self.app.push_screen_wait(MessageDialog("The report was not written", error.message))
        else:
            draft.clear()
            self.notify(f"The report is in {for_display(path)}.", markup=False)

    async def _ask_path(self, kind: PageKind, draft: FormDraft) -> Path | None:
        usual = default_path(self.workspace.sample.export_path(), kind=kind)
        name = usual.with_stem(f"{usual.stem}-gaps")
        fields = [FieldSpec("path", "Write the report to", str(name), kind="path", is_suggestion=True)]
        form = FormDialog(f"Export the gap report as {KIND_PHRASES[kind]}", fields, "Export", draft=draft)
        values = await self.app.push_screen_wait(form)
        return paths.typed(values["path"]) if values and values["path"].strip() else None

    @work
    async def action_export_changes(self) -> None:
        """Write the changes from the earlier agreement as a file, at a path that the person enters."""
        await export(self.app, self.workspace, "changes")
