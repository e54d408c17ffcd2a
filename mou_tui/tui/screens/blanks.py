"""The blanks screen: lists every blank, to fill it, assign it to a person, or dismiss it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from mou_tui.draft.blank_items import AROUND, BlankOccurrence, FactPrompt
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.language.due_dates import by_words
from mou_tui.language.text import pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.screens import BLANKS
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.dialogs.multi_select import MultiSelectDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.workspace.forms import ASSIGNMENT, blank_field
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace

MOST_CLAUSES = 6
"""Clauses named in the row of a fact; if there are more, only their number is shown."""


class BlanksScreen(ListScreen):
    """Lists the facts to fill in, the other blanks by clause, and the dismissed ones."""

    ACTIONS = BLANKS
    HELP = """Enter fills the blank of the row. A fact or a name is filled everywhere it stands; any other blank by
itself, and the same blank elsewhere only where you tick it. What merely looks like a blank can be said to be none."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BLANKS), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, Listing(self._title_text, self._make_rows), row)
        self._blanks_by_row: dict[str, BlankOccurrence] = {}

    def _title_text(self) -> str:
        """Return the title, with the number of blanks."""
        number = len(self.workspace.blanks.blanks)
        return f"{pluralize(number, 'blank')} to fill" if number else "No blank to fill"

    def _make_rows(self) -> Iterator[ListRow]:
        """Yield one row for each fact or name with all its occurrences, and one for each other blank."""
        self._blanks_by_row = {}
        blanks = self.workspace.blanks.blanks
        yield from self._facts()
        yield from self._by_clause([blank for blank in blanks if not blank.is_fact])
        if dismissed := self.workspace.blanks.not_blanks:
            yield header_row("No blanks, as the room said")
            yield from self._by_clause(dismissed)
        if not self._blanks_by_row:
            yield ListRow(Content("There is no blank in the answers or the opening."))

    def _facts(self) -> Iterator[ListRow]:
        asked = self.workspace.blanks.asked_once
        if asked:
            yield header_row("Asked once, filled everywhere")
        for fact, occurrences in asked.items():
            known = self.workspace.blanks.words_for(occurrences[0])
            content = Content.assemble("  ", (fact.label, "bold"), f"  {_count_and_clauses(occurrences)}")
            yield self._row(
                f"fact/{fact.label}", occurrences[0], content + Content(f" · known: {known}" if known else "")
            )

    def _by_clause(self, blanks: Sequence[BlankOccurrence]) -> Iterator[ListRow]:
        clause = ""
        for blank in blanks:
            if blank.clause_id != clause:
                clause = blank.clause_id
                label = (
                    self.workspace.checklist.question(clause).label if clause in self.workspace.checklist else "Opening"
                )
                yield header_row(f"{blank.number} {label}".strip())
            content = Content("  ") + with_context(blank)
            if assigned := self.workspace.blanks.assigned(blank):
                by = by_words(assigned.due, assigned.on, self.workspace.history.today)
                content += Content(f"  · {', '.join(filter(None, (f'{assigned.who} finds out', by)))}")
            yield self._row(f"{blank.clause_id}/{blank.blank.start}", blank, content)

    def _row(self, row_id: str, blank: BlankOccurrence, content: Content) -> ListRow:
        self._blanks_by_row[row_id] = blank
        return ListRow(content, row_id)

    @property
    def _blank(self) -> BlankOccurrence | None:
        return self._blanks_by_row.get(self.row)

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        """Fill the blank; go to its clause if the session is read-only or the blank was dismissed."""
        blank = self._blank
        if self.workspace.read_only or (blank and blank.is_dismissed):
            self.action_go_there()
        else:
            self.action_fill()

    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        if self._blank:
            self.dismiss(self._blank.clause_id)

    @work
    async def action_fill(self) -> None:
        """Fill the blank of the row."""
        blank = self._fillable_blank()
        if blank is None:
            return
        fact = self.workspace.blanks.wanted(blank)
        filled = await (self._fill_fact(blank, fact) if fact else self._fill_occurrences(blank))
        if filled:
            self.report_step(f"Filled {pluralize(filled, 'blank')}.")

    def _fillable_blank(self) -> BlankOccurrence | None:
        """Return the blank of the row; None, with a message, if it was dismissed or there is none."""
        blank = self._blank
        if blank and not blank.is_dismissed:
            return blank
        again = key_of(self.app, "not_blank")
        dismissed = f"The room said that this is no blank. {again} makes it one again."
        self.notify(dismissed if blank else "There is no blank to fill.", markup=False)
        return None

    async def _fill_fact(self, blank: BlankOccurrence, fact: FactPrompt) -> int:
        if text := self.workspace.blanks.words_for(blank):
            return await self._fill_known(text)
        fields = [self.workspace.blanks.field_for(fact)]
        explanation = f"It is filled wherever it stands. {self._reach(self.workspace.blanks.asked_once[fact])}".strip()
        draft = draft_of(self.workspace, "fill", party=blank.blank.text)
        form = FormDialog(f"Fill {blank.blank.text} everywhere", fields, "Fill", explanation, draft=draft)
        values = await self.app.push_screen_wait(form)
        if not values:
            return 0
        filled = self.workspace.blanks.set_fact(fact, values["words"])
        draft.clear()
        return filled

    async def _fill_known(self, text: str) -> int:
        """Fill every blank whose text is known, and return how many; if that changes agreed clauses, ask first."""
        filler = self.workspace.blanks
        known = [blank for blank in filler.blanks if filler.words_for(blank)]
        if reach := self._reach(known):
            title = f"Fill every blank whose words are known, such as “{text}”?"
            choices = [("fill", "Fill them"), ("leave", "Leave them as they are")]
            if await self.app.push_screen_wait(ChoiceDialog(title, choices, reach)) != "fill":
                return 0
        return filler.fill_known()

    def _reach(self, blanks: Iterable[BlankOccurrence]) -> str:
        """Return a sentence on the agreed clauses that filling some blanks changes; empty if there are none."""
        return asked_again_sentence(self.workspace.checklist, self.workspace.blanks.reached(blanks))

    async def _fill_occurrences(self, blank: BlankOccurrence) -> int:
        same_text, draft = (
            self.workspace.blanks.with_same_text(blank),
            draft_of(self.workspace, "fill", blank.clause_id, blank.blank.text),
        )
        fields = [blank_field(blank.blank.name)]
        while True:
            explanation = "\n".join(filter(None, (with_context(blank).plain, self._reach((blank,)))))
            form = FormDialog(f"Fill {blank.blank.text} in {blank.where}", fields, "Fill", explanation, draft=draft)
            values = await self.app.push_screen_wait(form)
            text = values["words"].strip() if values else ""
            if not text:
                return 0
            chosen = await self._choose_same_text(blank, same_text, text) if same_text else ()
            if chosen is not None:
                filled = self.workspace.blanks.fill((blank, *chosen), text)
                draft.clear()
                return filled

    async def _choose_same_text(
        self, blank: BlankOccurrence, same_text: tuple[BlankOccurrence, ...], text: str
    ) -> tuple[BlankOccurrence, ...] | None:
        """Ask which of the blanks with the same text to fill as well; none is ticked at first. None if cancelled."""
        lines = [
            (str(index), Content.assemble((f"{other.where} ", "bold"), with_context(other)))
            for index, other in enumerate(same_text)
        ]
        title = f"{blank.blank.text} also stands elsewhere. Is it “{text}” there too?"
        explanation = f"Only where you tick it. Without a tick, just the one in {blank.where} is filled."
        if reach := self._reach(same_text):
            explanation = f"{explanation} If all are ticked: {reach}"
        ticked = await self.app.push_screen_wait(MultiSelectDialog(title, explanation, lines, (), "Fill"))
        return None if ticked is None else tuple(same_text[int(index)] for index in ticked)

    @work
    async def action_assign(self) -> None:
        """Assign the blank to a person, as an action for the next agenda."""
        blank = self._fillable_blank()
        if blank is None:
            return
        explanation = f"It comes back as an action on the next agenda. {READERS}"
        draft = draft_of(self.workspace, "assign", blank.clause_id, blank.blank.text)
        title = f"Who finds out {blank.blank.text} in {blank.where}?"
        today = self.workspace.history.today
        form = FormDialog(title, ASSIGNMENT, "Assign", explanation, draft=draft, today=today)
        values = await self.app.push_screen_wait(form)
        if values:
            self.workspace.blanks.assign(blank, values["who"], values["by"])
            draft.clear()
            self.report_step("It comes back on the next agenda.")

    def action_not_blank(self) -> None:
        """Dismiss the blank of the row, or restore a dismissed one."""
        blank = self._blank
        if blank is None:
            return
        if why_not := self.workspace.blanks.why_not_dismissed(blank):
            self.notify(why_not, markup=False)
            return
        self.workspace.blanks.dismiss(blank)
        self.report_step(
            "It is a blank again." if blank.is_dismissed else f"{blank.blank.text} in {blank.where} is no blank."
        )


def with_context(blank: BlankOccurrence) -> Content:
    """Return a blank, underlined, with the text around it on one line."""
    before, after = (text.replace("\n", " ") for text in (blank.before, blank.after))
    # In whole words: half a word cannot be read aloud.
    before = f"… {before.partition(' ')[2]}" if len(before) == AROUND else before
    after = f"{after.rpartition(' ')[0]} …" if len(after) == AROUND else after
    return Content.assemble(before, (blank.blank.text, "bold underline"), after)


def _count_and_clauses(blanks: Sequence[BlankOccurrence]) -> str:
    clauses = list(dict.fromkeys(blank.where for blank in blanks))
    named = ", ".join(clauses) if len(clauses) <= MOST_CLAUSES else pluralize(len(clauses), "place")
    return f"{pluralize(len(blanks), 'blank')} in {named}"
