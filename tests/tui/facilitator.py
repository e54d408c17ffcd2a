"""Somebody at the keyboard of the real program in a real terminal."""

from __future__ import annotations

from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.tui.actions.interview import INTERVIEW
from tests.tui.terminal import (
    ENTER,
    F6,
    SHIFT_TAB,
    TAB,
    Terminal,
    ctrl,
    pasted,
)

SPACE, ALL, BACKWARDS = " ", ctrl("a"), ctrl("u")
DIALOG = ("╭", "╰")
"""What a dialog has around it."""
LISTED = "Does not apply"
"""What the command palette lists before anything is typed into it."""


class Facilitator:
    """Somebody at the keyboard, who looks at the screen before going on."""

    def __init__(self, terminal: Terminal, clock: Path, checklist: Checklist) -> None:
        self._terminal = terminal
        self._clock = clock
        self._checklist = checklist

    def at(self, time: str) -> None:
        """Let it be another time, once something on the screen shows that all keys pressed before were followed."""
        set_clock(self._clock, time)

    def press(self, *keys: str, until: str) -> None:
        """Press keys that bring words to the screen."""
        assert until not in self._terminal.screen, f"{until!r} is there already:\n{self._terminal.screen}"
        self._terminal.press("".join(keys), until)

    def types(self, *keys: str) -> None:
        """Press keys whose effect comes before that of the next ones."""
        self._terminal.send("".join(keys))

    def gives(self, *keys: str, until: str) -> None:
        """Press keys that bring words to the screen and close a dialog."""
        self.press(*keys, until=until)
        self._terminal.wait(until, gone=DIALOG)

    def sees(self, *words: str) -> None:
        """Wait until words are on the screen."""
        for word in words:
            self._terminal.wait(word)

    def example(self, place: str, example_id: str) -> str:
        """The wording of an example, with the names of the story filled in."""
        (example,) = (example for example in self._checklist.question(place).examples if example.id == example_id)
        return example.text.strip().replace("[School district]", "The School District")

    def closes(self, *keys: str) -> None:
        """Press keys that close a dialog."""
        self.types(*keys)
        self._terminal.wait("", gone=DIALOG)

    def goes_to(self, place: str) -> None:
        """Go to a question by its number, unless one is there already."""
        number, question = self._checklist.number(place), self._checklist.question(place)
        heading = f"{number} {question.ask[:20]}"
        if heading not in self._terminal.screen:
            self.gives(ctrl("f"), number, ENTER, until=heading)

    def takes(self, place: str, example_id: str) -> None:
        """Take an example on a question."""
        self.goes_to(place)
        examples = [example.id for example in self._checklist.question(place).examples]
        self.press(ctrl("t"), TAB * examples.index(example_id), ENTER, until="Use as written")

    def adopts(self, until: str = "Text: written") -> None:
        """Use the example as written."""
        self.press(ctrl("o"), until=until)

    def does(self, action_id: str, until: str) -> None:
        """Do something by its name in the command palette."""
        action = next(action for action in INTERVIEW if action.id == action_id)
        self.press(ctrl("p"), until=LISTED)
        self.types(action.name)
        self._terminal.wait(action.help[:40], gone=[LISTED])
        self.press(ENTER, until=until)

    def notes(self, kind: str, words: str, *more: str, in_general: bool = False) -> None:
        """Record a decision, an action, a note or what must be checked first."""
        kinds = ("decision", "action", "note", "check")
        beginnings = {
            "decision": "The decision is",
            "note": "The note is",
            "action": "The action is",
            "check": "Recorded.",
        }
        keys = F6 * (1 + kinds.index(kind)) + TAB.join((words, *more))
        self.gives(keys, TAB + SPACE + TAB if in_general else "", ENTER, until=beginnings[kind])

    def explains(self, *keys: str, reason: str) -> None:
        """Press keys that ask why a party thinks so, and say it."""
        self.press(*keys, until="that is recorded.")
        self.closes(reason, ENTER)

    def proposes(self, *keys: str, wording: str) -> None:
        """Press keys that lead to a party, and put down what it wants instead."""
        self.press(*keys, "p", until="Propose this wording")
        self.gives(ALL, pasted(wording), TAB, ENTER, until="choose one with")

    def chooses_the_second(self) -> None:
        """Choose the second of the wordings side by side."""
        self.does("choose", until="Choose A:")
        self.press(TAB, ENTER, until="Chosen: ")

    def puts_off(self, who: str, by: str) -> None:
        """Put the question off."""
        self.press(ctrl("l"), until="Who must check first?")
        self.gives(who, ENTER, by, ENTER, until="is put off and stays open.")

    def ends_the_meeting(self) -> None:
        """End it."""
        self.press(ctrl("k"), until="the meeting that began at")
        self.press(SHIFT_TAB * 3, ENTER, until="The meeting has ended.")


def set_clock(clock: Path, time: str) -> None:
    """Set a clock at once, for it may be read at any moment."""
    ahead = clock.with_suffix(".ahead")
    ahead.write_text(time, "utf-8")
    ahead.replace(clock)
