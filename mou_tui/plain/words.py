"""Every word of the interview, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Act = Callable[[str], "str | None"]
"""Does what a word says with what follows it; may give another line to heed."""


@dataclass(frozen=True)
class Word:
    """A word one can say."""

    word: str
    help: str
    takes: str = ""
    """What may follow it; a word that takes nothing stands alone."""
    changes: bool = False
    """Whether it changes the session, and so is not to be had where the session is read-only."""


@dataclass(frozen=True)
class Group:
    """Words that are for the same purpose."""

    name: str
    """What to say after `help` to hear them."""
    heading: str
    words: tuple[Word, ...]


GROUPS = (
    Group(
        "question",
        "To hear about the question",
        (
            Word("again", "hear the question again; Enter alone does the same"),
            Word("guidance", "hear why it matters and what to discuss"),
            Word("points", "hear the points of a good answer"),
            Word("examples", "hear the examples, or one of them: examples 2", "NUMBER"),
            Word("show", "hear the answer as it stands"),
            Word(
                "blanks",
                "hear the blanks in the answer; or blanks all, in the whole agreement; or blanks fill, to fill them",
                "WORDS",
            ),
        ),
    ),
    Group(
        "answer",
        "To answer it",
        (
            Word("take", "put an example into the answer: take 1", "NUMBER", changes=True),
            Word("adopt", "use the example in the answer as written", changes=True),
            Word("write", "write the answer", "WORDS", changes=True),
            Word("change", "change some words of the answer", changes=True),
            Word("editor", "write the answer in your own editor", changes=True),
            Word("fill", "fill a blank: fill 1 30 days", "NUMBER WORDS", changes=True),
            Word("tick", "tick a point, or take its tick away: tick 2", "NUMBER", changes=True),
            Word("later", "someone must check first, or need not any more", changes=True),
            Word("aside", "the question does not apply, or applies after all", changes=True),
            Word("current", "hear and write down what the agreement in force says", changes=True),
            Word("clear", "empty the answer", changes=True),
            Word("unlock", "change a wording that parties agreed to; they are asked again", changes=True),
            Word("undo", "take back the last thing you did", changes=True),
            Word("redo", "do again what you took back last", changes=True),
        ),
    ),
    Group(
        "parties",
        "For what the parties say of the answer",
        (
            Word("positions", "hear what each party says of it"),
            Word(
                "say",
                "take down what a party says of it: say 1 agrees; say district objects the fee is unknown; also can "
                "live with it, must check, no position, not asked",
                "WORDS",
                changes=True,
            ),
            Word(
                "spoke",
                "say who spoke for a party, or how, where not at the table: spoke district its Superintendent; spoke 3 "
                "by letter",
                "WORDS",
                changes=True,
            ),
            Word("all", "take down that all who are present can live with it", changes=True),
            Word("propose", "write down a wording that a party wants instead: propose district", "WORDS", changes=True),
            Word("alternatives", "hear the wordings that stand side by side, each with a letter"),
            Word("choose", "choose one of them: choose A", "LETTER", changes=True),
        ),
    ),
    Group(
        "meeting",
        "For the meeting",
        (
            Word(
                "meeting",
                "hear which meeting goes on; or meeting begin, meeting attendance, meeting end, meeting go on; or say "
                "that a party left or came, and when: meeting left district 12:04",
                "WORDS",
            ),
            Word("agenda", "hear what is to be settled"),
            Word("confirm", "hear what was prepared, and confirm it all at once", changes=True),
            Word("decide", "take down a decision: decide the officer wears plain clothes", "WORDS", changes=True),
            Word("note", "take down a note for the minutes: note the mayor joins us in June", "WORDS", changes=True),
            Word(
                "correct",
                "put a decision or a note right, marked as a correction; correct alone tells their numbers: correct 2",
                "WORDS",
                changes=True,
            ),
            Word("act", "take down who does what by when: act ask the insurer", "WORDS", changes=True),
            Word("check", "take down who must check what: check whether the grant allows it", "WORDS", changes=True),
            Word("actions", "hear what is still to be done, or all that was: actions all", "WORDS"),
            Word("done", "an action is done, or is not after all: done 2", "NUMBER", changes=True),
            Word("milestone", "give this moment a name: milestone first reading", "WORDS", changes=True),
        ),
    ),
    Group(
        "moving",
        "To move",
        (
            Word("next", "go to the next question"),
            Word("back", "go to the question before"),
            Word("skip", "leave this question as it is and go to the next"),
            Word("open", "go to the next question with something left to do"),
            Word("go", "go to a clause or a topic: go 3.1; or to the beginning: go opening", "NUMBER"),
            Word("list", "hear the topics and how far each is"),
            Word("find", "find words: find complaint", "WORDS"),
        ),
    ),
    Group(
        "whole",
        "For the whole",
        (
            Word(
                "review",
                "hear the state of every question, or of some: review open; or advice on the wording: review advice",
                "WORDS",
            ),
            Word("draft", "hear the draft, or a part of it: draft 3", "NUMBER"),
            Word(
                "history",
                "hear what changed today; or history between, from one moment to another; or history here, all that "
                "happened to this question",
                "WORDS",
            ),
            Word("restore", "bring an earlier wording of this question back: restore 2", "NUMBER", changes=True),
            Word("names", "change the parties and facts", changes=True),
            Word("party", "add another party, or change one that was added: party 3", "NUMBER", changes=True),
            Word("depth", "ask only the essential questions, or all of them", changes=True),
            Word("sign", "before anybody signs, hear what is still open, who signs and when it is reviewed"),
            Word("signer", "take down who signs for a party, with what authority: signer 1", "WORDS", changes=True),
            Word(
                "export",
                "write the draft as a Markdown file; or export with one of: record, signing, worksheet, calendar",
                "WORDS",
            ),
            Word("record", "write the minutes of the meetings as a Markdown file; the same as export record"),
            Word("save", "save now; it is saved anyway as you go"),
            Word("elsewhere", "go on in another file"),
            Word("strike", "remove words, such as a student’s name, for good and everywhere", changes=True),
            Word("help", "hear which words there are, those of a group, or what one does: help take", "WORD"),
            Word("quit", "save and leave"),
        ),
    ),
)

WORDS = {word.word: word for group in GROUPS for word in group.words}

CANCEL, END = "cancel", "end"
"""Words that mean something only where something is being typed."""

COLONED = "Within an answer, words begin with a colon; a line of your own that does takes two."
