"""What can be done to the answer, line by line. The methods bear the words of the menu prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mou_tui.desk import Desk, Where
from mou_tui.draft.blanks import Hit, find
from mou_tui.draft.compare import compare
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.export import default_path, markdown
from mou_tui.files import write as write_file
from mou_tui.names import Names, changes, named, names_of, read_signatories, write_signatories, written_out
from mou_tui.plain.console import Console
from mou_tui.plain.writing import write_lines
from mou_tui.session.session import Party

T = TypeVar("T")


class Deeds:
    """Does what a word says, asking first where it must."""

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk = desk
        self._console = console
        self._say = console.say
        self._ask = console.ask

    def begin(self) -> None:
        """Offer words that were typed but not saved the last time."""
        store = self._desk.store
        if store.read_only:
            self._say(store.state.message)
        if store.replaced:
            self._say(f"{store.replaced} control characters in the file were replaced.")
        recovered = store.recovered
        if recovered is None:
            return
        self._say(f"There are words from {recovered.at:%H:%M on %Y-%m-%d} that are not in the file.")
        if not recovered.follows:
            self._say("The file was changed after they were typed.")
        while True:
            said = self._ask("Say take to go on with those words, leave to go on with the file, or compare:")
            if said == "take":
                store.accept_recovery()
                return
            if said == "leave":
                store.decline_recovery()
                return
            if said == "compare":
                self._say(compare(self._desk.checklist, self._desk.session, recovered.session))

    def tick(self, number: str) -> None:
        """Tick a point, or take the tick away."""
        points = self._desk.question.points if self._desk.question else ()
        chosen = _numbered(points, number)
        if chosen is None:
            self._say("Say the number of a point, for example: tick 2. Say points to hear them.")
            return
        ticked = self._desk.answer.points
        was = chosen.id in ticked
        self._desk.tick([one for one in ticked if one != chosen.id] if was else [*ticked, chosen.id])
        self._say(f"{'Not ticked' if was else 'Ticked'}: {chosen.text}.")

    def take(self, number: str) -> None:
        """Take an example."""
        examples = self._desk.question.examples if self._desk.question else ()
        chosen = _numbered(examples, number)
        if chosen is None:
            self._say("Say the number of an example, for example: take 1. Say examples to hear them.")
            return
        where: Where | None = "replace"
        if self._desk.has_own_words:
            where = self._where()
        if where:
            self._desk.take(chosen, self._desk.joined(self._desk.wording_of(chosen), where))
            self._say(f"Taken: {chosen.label}. {self._desk.standing()}.")

    def _where(self) -> Where | None:
        said = self._ask("There are words in the answer already. Say add, replace or cancel:")
        return {"add": "append", "replace": "replace"}.get(said)  # type: ignore[return-value]

    def adopt(self, _: str) -> None:
        """Use the example as written."""
        self._say(f"{self._desk.standing()}." if self._desk.adopt() else "There is no untouched example in the answer.")

    def write(self, _: str) -> str:
        """Write the answer; each line is recorded as it is typed. Returns the word it ended with."""
        before = self._desk.wording
        where: Where | None = self._where() if before.strip() else "replace"
        if where is None:
            return ""
        start = f"{before}\n\n" if where == "append" else ""
        word = write_lines(self._console, start, before, self._desk.write)
        self._say(f"{self._desk.standing()}.")
        return word

    def editor(self, _: str) -> None:
        """Write the answer in the person's own editor."""
        from mou_tui.editor import edit

        try:
            self._desk.write(edit(self._desk.wording))
            self._say(f"{self._desk.standing()}.")
        except MouError as error:
            self._say(error.message)

    def fill(self, rest: str) -> None:
        """Fill a blank with words."""
        number, _, words = rest.partition(" ")
        blank = _numbered(find(self._desk.wording), number)
        if blank is None or not words.strip():
            self._say("Say the number of a blank and the words, for example: fill 1 30 days. Say blanks to hear them.")
            return
        text = self._desk.wording
        self._desk.write(text[: blank.start] + words.strip() + text[blank.end :])
        self._say(f"{self._desk.standing()}.")

    def current(self, _: str) -> str:
        """Write down what the agreement in force says. Returns the word it ended with."""
        if self._desk.question is None:
            return ""
        self._say("Paste or type what the agreement in force says. It is kept beside the answer and not counted.")
        return write_lines(self._console, "", self._desk.answer.current, self._desk.note_current)

    def later(self, _: str) -> None:
        """Put the question off, or take it up again."""
        if self._desk.question is None:
            return
        if self._desk.answer.later:
            self._desk.take_up()
            self._say("Nobody needs to check any more.")
            return
        who = self._ask("Who checks? Enter alone leaves it open:")
        self._desk.put_off(who, self._ask("By when? Enter alone leaves it open:"))
        self._say("Put off. Say undo to take that back.")

    def aside(self, _: str) -> None:
        """Say that the question does not apply, or that it does after all."""
        if self._desk.question is None:
            return
        if self._desk.answer.not_applicable:
            self._desk.bring_back()
            self._say("It applies again.")
        else:
            self._desk.set_aside(self._ask("Why does it not apply?"))
            self._say("Set aside. It stands as Reserved in the draft. Say undo to take that back.")

    def clear(self, _: str) -> None:
        """Empty the answer."""
        self._desk.clear()
        self._say("Cleared. Say undo to take that back.")

    def undo(self, _: str) -> None:
        """Take back the last step."""
        undone = self._desk.undo()
        self._say(f"Took back {undone[0].label}." if undone else "There is no step to take back.")

    def depth(self, _: str) -> None:
        """Ask the essential questions, or all of them."""
        full = self._desk.session.depth == "essential"
        self._desk.set_depth("full" if full else "essential")
        self._say("All questions are asked now." if full else "Only the essential questions are asked now.")

    def names(self, _: str) -> None:
        """Change the parties and facts, one after the other."""
        self._say("Enter alone keeps what is there.")
        known = names_of(self._desk.checklist, self._desk.session)
        parties = [
            self._party(role.id, role.label, party)
            for role, party in zip(self._desk.checklist.parties, known.parties, strict=True)
        ]
        facts = {fact.id: self._keep(fact.label, known.facts.get(fact.id, "")) for fact in self._desk.checklist.facts}
        given = Names(tuple(parties), written_out(self._desk.checklist, facts))
        self._desk.set_names(given.parties, given.facts, self._confirmed(list(changes(self._desk.session, given))))
        self._say("Parties and facts are set.")

    def _party(self, role_id: str, label: str, party: Party) -> Party:
        role = next(role for role in self._desk.checklist.parties if role.id == role_id)
        party = named(role, self._keep(f"{label}, legal name", party.name), party)
        return replace(
            party,
            short=self._keep("What the agreement calls it", party.short),
            head=self._keep("Title of its head", party.head),
            signatories=read_signatories(
                self._keep("Who signs, as name, title; name, title", write_signatories(party.signatories))
            ),
        )

    def _keep(self, label: str, value: str) -> str:
        return self._ask(f"{label} (now: {value or 'not known'}):") or value

    def _confirmed(self, found: list[tuple[Hit, str]]) -> list[tuple[Hit, str]]:
        chosen = []
        for hit, name in found:
            self._say(f"…{hit.before}{hit.found}{hit.after}…")
            if self._ask(f"Change “{hit.found}” to “{name}” here? yes or no:").startswith("y"):
                chosen.append((hit, name))
        return chosen

    def save(self, _: str) -> None:
        """Write the session file now."""
        state = self._desk.store.flush()
        self._say(state.message or f"Saved to {self._desk.store.path}.")

    def export(self, _: str) -> None:
        """Write the draft as a file."""
        default = default_path(self._desk.store.path)
        path = Path(self._ask(f"Write the draft to (Enter alone: {default}):") or default).expanduser()
        text = markdown(self._desk.checklist, self._desk.session).encode()
        try:
            try:
                write_file(path, text, exclusive=True)
            except AlreadyExists:
                if self._ask("There is such a file. Say replace to replace it:") != "replace":
                    self._say("Nothing was written.")
                    return
                write_file(path, text)
            self._say(f"Wrote {path}.")
        except MouError as error:
            self._say(error.message)


def _numbered(choices: Sequence[T], number: str) -> T | None:
    """The choice of a number, counted from 1; None if it is not the number of one."""
    place = int(number) - 1 if number.isascii() and number.isdecimal() and len(number) < 4 else -1
    return choices[place] if 0 <= place < len(choices) else None
