"""Every word of the menu prompt, in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word one can say at the menu prompt."""

    word: str
    help: str
    takes: str = ""
    """What may follow it."""
    changes: bool = False
    """Whether it changes the session, and so is not to be had where the session is read-only."""


WORDS = (
    Word("next", "go to the next question"),
    Word("back", "go to the question before"),
    Word("skip", "go to the next question and leave this one as it is"),
    Word("open", "go to the next question with something left to do"),
    Word("go", "go to a clause or topic, for example: go 3.1", "NUMBER"),
    Word("list", "list the topics with how far each is"),
    Word("guidance", "read why it matters and what to discuss"),
    Word("points", "list the points of a good answer"),
    Word("tick", "tick a point, or take the tick away, for example: tick 2", "NUMBER", changes=True),
    Word("examples", "read the examples"),
    Word("take", "take an example, for example: take 1", "NUMBER", changes=True),
    Word("adopt", "use the example in the answer as written", changes=True),
    Word("write", "write the answer", changes=True),
    Word("editor", "write the answer in your own editor", changes=True),
    Word("blanks", "list the blanks in the answer"),
    Word("fill", "fill a blank, for example: fill 1 30 days", "NUMBER WORDS", changes=True),
    Word("show", "read the answer as it stands"),
    Word("current", "write down what the agreement in force says", changes=True),
    Word("later", "someone must check first, or no longer", changes=True),
    Word("aside", "say that the question does not apply, or that it does after all", changes=True),
    Word("clear", "empty the answer", changes=True),
    Word("undo", "take back the last step", changes=True),
    Word("names", "change the parties and facts", changes=True),
    Word("depth", "ask the essential questions, or all of them", changes=True),
    Word("find", "find words, for example: find complaint", "WORDS"),
    Word("review", "hear every question and what is missing"),
    Word("draft", "read the draft"),
    Word("save", "write the session file now"),
    Word("export", "write the draft as a Markdown file"),
    Word("help", "hear these words"),
    Word("quit", "save and leave"),
)
