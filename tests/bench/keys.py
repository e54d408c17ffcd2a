"""How many keys a facilitator presses to reach what a meeting needs, beside the words that are typed.

Run by hand from the top folder: `python -m tests.bench.keys`. It presses them in the real program, in a terminal of
80 columns and 24 rows, and looks at the screen after each step: a way that no longer leads there ends the run.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import closing

from mou_tui.checklist.loader import load
from tests.tui.terminal import ENTER, F5, F7, Terminal, ctrl

PARTIES = ("Police Department", "School District", "Parent Council")


class CountedKeys:
    """Presses keys in a terminal and counts them.

    Args:
        terminal: where the program runs.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._keys = self._letters = 0

    def press(self, *keys: str, until: str, gone: str = "") -> None:
        """Press keys, and wait until words are on the screen and others are not."""
        self._keys += len(keys)
        self._terminal.send("".join(keys))
        self._terminal.wait(until, gone=[gone] if gone else [])

    def type(self, words: str, until: str = "") -> None:
        """Type words, and wait until they, or others, are there."""
        self._letters += len(words)
        self._terminal.press(words, until or words)

    @property
    def blanks(self) -> int:
        """How many blanks the status names."""
        status = re.search(r"Text: .* · (\d+) blank", self._terminal.screen)
        return int(status[1]) if status else 0

    def reached(self, aim: str) -> None:
        """Print how much it took since the aim before."""
        print(f"{aim:48} {self._keys:4} keys {self._letters:4} letters", flush=True)
        self._keys = self._letters = 0


def main() -> None:
    """Hold an interview and print the counts."""
    checklist = load("sro")
    essential = checklist.questions("essential")
    first_topic = [question for question in checklist.topics[0].questions if question.essential]
    with tempfile.TemporaryDirectory() as home:
        os.environ["MOU_TUI_HOME"] = home
        with closing(Terminal(size=(80, 24))) as terminal:
            keys = CountedKeys(terminal)
            terminal.wait("Start a new agreement")
            _begin(keys)
            for place in range(1, len(essential) + 1):
                _take_the_first_example(keys, f"Text {place} of {len(essential)}")
                if place == len(first_topic):
                    keys.reached("The first topic, by examples")
                    _give_positions(keys)
                if place < len(essential):
                    following = essential[place]
                    keys.press(ctrl("n"), until=f"{checklist.number(following.id)} {following.ask[:20]}")
            keys.reached("The other essential questions, by examples")
            keys.press(ctrl("q"), until="Saved in")


def _begin(keys: CountedKeys) -> None:
    keys.press("n", until="Legal name")
    keys.type("Dayton Police Department")
    keys.press(ENTER, ENTER, until="█Which district")
    keys.type("Dayton Public Schools")
    keys.press(ENTER, ENTER, until="█e.g. Virginia")
    keys.press(ENTER, ENTER, until="1.1")
    keys.reached("A new session to its first question")


def _take_the_first_example(keys: CountedKeys, counted: str) -> None:
    keys.press(ctrl("t"), until="Take this one")
    keys.press(ENTER, until="Use as written", gone="Take this one")
    blanks = keys.blanks
    if not blanks:
        keys.press(ctrl("o"), until=counted)
    # The first blank is selected already.
    for left in range(blanks - 1, -1, -1):
        keys.type("ten", until=f" · {left} blank" if left else counted)
        if left:
            keys.press(F5, until="Type over")


def _give_positions(keys: CountedKeys) -> None:
    keys.press(F7, until="Agrees")
    for party in PARTIES[:2]:
        keys.press("a", until=f"{party} agrees")
    keys.reached("Positions of two parties on a clause")


if __name__ == "__main__":
    main()
