"""The blanks: one list to fill them from, to have somebody find out, or to say that one is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from mou_tui.draft.blank_items import AROUND, BlankOccurrence, FactPrompt
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.reports.agenda import due_words
from mou_tui.text import pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.screens import BLANKS
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.dialogs.multi_select import MultiSelectDialog
from mou_tui.tui.screens.list_screen import ListRow, ListScreen, header_row
from mou_tui.workspace.forms import ASSIGNMENT, FieldSpec
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace

MOST_PLACES = 6
"""Places of a fact that are named; of more, the number is enough."""


class BlanksScreen(ListScreen):
    """Lists the facts still asked for, the other blanks clause by clause, and what is no blank."""

    ACTIONS = BLANKS
    HELP = """Enter fills the blank of the row. A fact or a name is filled everywhere it stands; any other blank by
itself, and the same blank elsewhere only where you tick it. What merely looks like a blank can be said to be none."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BLANKS), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, row)
        self._found: dict[str, BlankOccurrence] = {}

    def title_words(self) -> str:
        """How many there are."""
        number = len(self.workspace.blanks.blanks)
        return f"{pluralize(number, 'blank')} to fill" if number else "No blank to fill"

    def lines(self) -> Iterator[ListRow]:
        """One row for a fact or name with all its places, one for any other blank."""
        self._found = {}
        blanks = self.workspace.blanks.blanks
        yield from self._facts()
        yield from self._by_clause([one for one in blanks if not one.is_fact])
        if dismissed := self.workspace.blanks.not_blanks:
            yield header_row("No blanks, as the room said")
            yield from self._by_clause(dismissed)
        if not self._found:
            yield ListRow(Content("There is no blank in the answers or the opening."))

    def _facts(self) -> Iterator[ListRow]:
        asked = self.workspace.blanks.asked_once
        if asked:
            yield header_row("Asked once, filled everywhere")
        for wanted, places in asked.items():
            known = self.workspace.blanks.words_for(places[0])
            words = Content.assemble("  ", (wanted.label, "bold"), f"  {_places(places)}")
            yield self._line(f"fact/{wanted.label}", places[0], words + Content(f" · known: {known}" if known else ""))

    def _by_clause(self, blanks: Sequence[BlankOccurrence]) -> Iterator[ListRow]:
        clause = ""
        for one in blanks:
            if one.place != clause:
                clause = one.place
                label = (
                    self.workspace.checklist.question(clause).label if clause in self.workspace.checklist else "Opening"
                )
                yield header_row(f"{one.number} {label}".strip())
            words = Content("  ") + in_its_words(one)
            if assigned := self.workspace.blanks.assigned(one):
                by = f", by {due_words(assigned)}" if assigned.due else ""
                words += Content(f"  · {assigned.who} finds out{by}")
            yield self._line(f"{one.place}/{one.blank.start}", one, words)

    def _line(self, line_id: str, one: BlankOccurrence, words: Content) -> ListRow:
        self._found[line_id] = one
        return ListRow(words, line_id)

    @property
    def _one(self) -> BlankOccurrence | None:
        return self._found.get(self.row)

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        """Fill the blank, or go there where nothing may be changed or it is no blank."""
        one = self._one
        if self.workspace.store.read_only or (one and one.is_dismissed):
            self.action_go_there()
        else:
            self.action_fill()

    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        if self._one:
            self.dismiss(self._one.place)

    @work
    async def action_fill(self) -> None:
        """Put words in the place of the blank."""
        one = self._to_fill()
        if one is None:
            return
        wanted = self.workspace.blanks.wanted(one)
        filled = await (self._fill_fact(one, wanted) if wanted else self._fill_others(one))
        if filled:
            self.report_step(f"Filled {pluralize(filled, 'blank')}.")

    def _to_fill(self) -> BlankOccurrence | None:
        """The blank of the row; None where it is none, or there is none, which is said."""
        one = self._one
        if one and not one.is_dismissed:
            return one
        again = key_of(self.app, "not_blank")
        dismissed = f"The room said that this is no blank. {again} makes it one again."
        self.notify(dismissed if one else "There is no blank to fill.", markup=False)
        return None

    async def _fill_fact(self, one: BlankOccurrence, wanted: FactPrompt) -> int:
        if words := self.workspace.blanks.words_for(one):
            return await self._fill_known(words)
        fields = [FieldSpec("words", wanted.label, hint=wanted.hint)]
        explanation = (
            f"It is filled wherever it stands. {self._reach(self.workspace.blanks.asked_once[wanted])}".strip()
        )
        form = FormDialog(f"Fill {one.blank.text} everywhere", fields, "Fill", explanation)
        given = await self.app.push_screen_wait(form)
        return self.workspace.blanks.set_fact(wanted, given["words"]) if given else 0

    async def _fill_known(self, words: str) -> int:
        """Fill every blank whose words are known; where that changes agreed clauses, not before that is said."""
        filler = self.workspace.blanks
        known = [blank for blank in filler.blanks if filler.words_for(blank)]
        if reach := self._reach(known):
            title = f"Fill every blank whose words are known, such as “{words}”?"
            choices = [("fill", "Fill them"), ("leave", "Leave them as they are")]
            if await self.app.push_screen_wait(ChoiceDialog(title, choices, reach)) != "fill":
                return 0
        return filler.fill_known()

    def _reach(self, blanks: Iterable[BlankOccurrence]) -> str:
        """Which agreed clauses it changes to fill some blanks; empty where it changes none."""
        return asked_again_sentence(self.workspace.checklist, self.workspace.blanks.reached(blanks))

    async def _fill_others(self, one: BlankOccurrence) -> int:
        twins, words = self.workspace.blanks.with_same_text(one), ""
        while True:
            fields = [FieldSpec("words", "What belongs there?", words)]
            explanation = "\n".join(filter(None, (in_its_words(one).plain, self._reach((one,)))))
            form = FormDialog(f"Fill {one.blank.text} in {one.where}", fields, "Fill", explanation)
            given = await self.app.push_screen_wait(form)
            words = given["words"].strip() if given else ""
            if not words:
                return 0
            chosen = await self._choose_twins(one, twins, words) if twins else ()
            if chosen is not None:
                return self.workspace.blanks.fill((one, *chosen), words)

    async def _choose_twins(
        self, one: BlankOccurrence, twins: tuple[BlankOccurrence, ...], words: str
    ) -> tuple[BlankOccurrence, ...] | None:
        """Which of the same blanks elsewhere mean the same; none of them unless somebody says so."""
        lines = [
            (str(index), Content.assemble((f"{twin.where} ", "bold"), in_its_words(twin)))
            for index, twin in enumerate(twins)
        ]
        title = f"{one.blank.text} also stands elsewhere. Is it “{words}” there too?"
        explanation = f"Only where you tick it. Without a tick, just the one in {one.where} is filled."
        if reach := self._reach(twins):
            explanation = f"{explanation} If all are ticked: {reach}"
        ticked = await self.app.push_screen_wait(MultiSelectDialog(title, explanation, lines, (), "Fill"))
        return None if ticked is None else tuple(twins[int(index)] for index in ticked)

    @work
    async def action_assign(self) -> None:
        """Have somebody find out what belongs there."""
        one = self._to_fill()
        if one is None:
            return
        explanation = f"It comes back as an action on the next agenda. {READERS}"
        form = FormDialog(f"Who finds out {one.blank.text} in {one.where}?", ASSIGNMENT, "Assign", explanation)
        given = await self.app.push_screen_wait(form)
        if given:
            self.workspace.blanks.assign(one, given["who"], given["by"])
            self.report_step("It comes back on the next agenda.")

    def action_not_blank(self) -> None:
        """Say that it is no blank, or that it is one after all."""
        one = self._one
        if one is None:
            return
        if why_not := self.workspace.blanks.why_not_dismissed(one):
            self.notify(why_not, markup=False)
            return
        self.workspace.blanks.dismiss(one)
        self.report_step(
            "It is a blank again." if one.is_dismissed else f"{one.blank.text} in {one.where} is no blank."
        )


def in_its_words(one: BlankOccurrence) -> Content:
    """A blank with the words around it, on one line."""
    before, after = (words.replace("\n", " ") for words in (one.before, one.after))
    before = f"…{before.lstrip()}" if len(before) == AROUND else before
    after = f"{after.rstrip()}…" if len(after) == AROUND else after
    return Content.assemble(before, (one.blank.text, "bold underline"), after)


def _places(blanks: Sequence[BlankOccurrence]) -> str:
    places = list(dict.fromkeys(one.where for one in blanks))
    named = ", ".join(places) if len(places) <= MOST_PLACES else pluralize(len(places), "place")
    return f"{pluralize(len(blanks), 'blank')} in {named}"
