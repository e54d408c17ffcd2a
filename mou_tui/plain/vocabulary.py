"""Every command of the interview, with its help, in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A command: one word, which an argument may follow."""

    name: str
    help: str
    """What it does, to follow its name; without a period."""
    argument: str = ""
    """`NUMBER`, `NUMBER TEXT`, `LETTER`, `NAME` or `TEXT`; empty for a command without an argument."""
    changes: bool = False
    """Whether it changes the session, and so is refused where the session is read-only."""
    when_in_force: bool = False
    """Whether it changes what may change of an agreement in force, too."""


@dataclass(frozen=True)
class CommandGroup:
    """Commands for the same purpose."""

    name: str
    """What to say after `help` to hear them."""
    heading: str
    commands: tuple[Command, ...]


GROUPS = (
    CommandGroup(
        "question",
        "To hear about the question",
        (
            Command("again", "hear the question again; Enter alone does the same"),
            Command("guidance", "hear why it matters and what to discuss"),
            Command("law", "hear your state’s law; law others: of other states, on this question", "TEXT"),
            Command("sources", "hear what the guidance rests on, and the day it was read"),
            Command("points", "hear the points of a good answer"),
            Command("examples", "hear the examples, or one of them: examples 2", "NUMBER"),
            Command("show", "hear the answer as it stands"),
            Command(
                "blanks",
                "hear the blanks in the answer; or blanks all, in the whole agreement; or blanks fill, to fill them",
                "TEXT",
            ),
        ),
    ),
    CommandGroup(
        "answer",
        "To answer it",
        (
            Command("take", "put an example into the answer: take 1", "NUMBER", changes=True),
            Command("adopt", "use the example in the answer as written", changes=True),
            Command("write", "write the answer", "TEXT", changes=True),
            Command("change", "change some words of the answer", changes=True),
            Command("editor", "write the answer in your own editor", changes=True),
            Command("fill", "fill a blank: fill 1 30 days", "NUMBER TEXT", changes=True),
            Command("tick", "tick a point, or take its tick away: tick 2", "NUMBER", changes=True),
            Command("went", "note that you went through the points with this wording", changes=True),
            Command("later", "someone must check first, or need not any more", changes=True),
            Command("aside", "the question does not apply, or applies after all", changes=True),
            Command("current", "hear and write down what the agreement in force says", changes=True),
            Command("clear", "empty the answer", changes=True),
            Command("join", "join lines that a PDF or a mail program broke", changes=True),
            Command("unlock", "change a wording that parties agreed to; they are asked again", changes=True),
            Command("undo", "take back the last thing you did", changes=True, when_in_force=True),
            Command("redo", "redo the last undo", changes=True, when_in_force=True),
        ),
    ),
    CommandGroup(
        "parties",
        "For what the parties say of the answer",
        (
            Command("positions", "hear what each party says of it"),
            Command(
                "say",
                "record what a party says of it: say 1 agrees; say district objects the fee is unknown; also can "
                "live with it, must check, no position, not asked",
                "TEXT",
                changes=True,
            ),
            Command(
                "spoke",
                "say who spoke for a party, or how, where not at the table: spoke district its Superintendent; spoke 3 "
                "by letter",
                "TEXT",
                changes=True,
            ),
            Command("all", "record that all who are present can live with it", changes=True),
            Command("propose", "enter a party’s alternative wording: propose district", "TEXT", changes=True),
            Command("alternatives", "hear the wordings that stand side by side, each with a letter"),
            Command("choose", "choose one of them: choose A", "LETTER", changes=True),
        ),
    ),
    CommandGroup(
        "meeting",
        "For the meeting",
        (
            Command(
                "meeting",
                "hear which meeting goes on; or meeting begin, meeting attendance, meeting end, meeting go on; or say "
                "that a party left or came, and when: meeting left district 12:04",
                "TEXT",
            ),
            Command("agenda", "hear what is to be settled"),
            Command(
                "earlier",
                "go through the earlier agreement, paragraph by paragraph; or earlier report, what it covers; earlier "
                "report gaps.docx, the same as a file; earlier compare, what changed here; earlier read, to read one "
                "in; earlier use, to start the answers with it",
                "TEXT",
            ),
            Command(
                "counsel",
                "take in the edits and comments that counsel sent back in a Word file: counsel draft.docx",
                "TEXT",
                changes=True,
            ),
            Command(
                "reply",
                "take in the copy of the session that a party sent back: reply lake-for-district.mou.yaml",
                "TEXT",
                changes=True,
            ),
            Command(
                "feedback",
                "take in filled forms for feedback, of a folder or one alone: feedback responses",
                "TEXT",
                changes=True,
            ),
            Command(
                "proposals",
                "hear what parents, teachers and students propose; proposals 1 3 answers two of them; proposals beside "
                "1 puts the words beside the clause",
                "TEXT",
            ),
            Command("confirm", "hear what was prepared, and confirm it all at once", changes=True),
            Command("decide", "record a decision: decide the officer wears plain clothes", "TEXT", changes=True),
            Command("note", "record a note for the minutes: note the mayor joins us in June", "TEXT", changes=True),
            Command(
                "correct",
                "correct a decision, note, action or milestone, marked so; correct alone numbers them: correct 2",
                "TEXT",
                changes=True,
            ),
            Command("act", "record who does what by when: act ask the insurer", "TEXT", changes=True),
            Command("check", "record who must check what: check whether the grant allows it", "TEXT", changes=True),
            Command("actions", "hear what is still to be done, or all that was: actions all", "TEXT"),
            Command("done", "an action is done, or is not after all: done 2", "NUMBER", changes=True),
            Command("milestone", "give this moment a name: milestone first reading", "TEXT", changes=True),
        ),
    ),
    CommandGroup(
        "moving",
        "To move",
        (
            Command("next", "go to the next question"),
            Command("back", "go to the question before"),
            Command("skip", "leave this question as it is and go to the next"),
            Command("open", "go to the next question with something left to do"),
            Command("go", "go to a clause or a topic: go 3.1; or to the beginning: go opening", "NUMBER"),
            Command("list", "hear the topics and how far each is"),
            Command("find", "find words: find complaint", "TEXT"),
            Command("blank", "show nothing of the agreement on the second screen during a break; again to show it"),
        ),
    ),
    CommandGroup(
        "whole",
        "For the whole",
        (
            Command(
                "review",
                "hear the state of every question, or of some: review open; or advice on the wording: review advice",
                "TEXT",
            ),
            Command("draft", "hear the draft, or a part of it: draft 3", "NUMBER"),
            Command(
                "history",
                "hear what changed today; or history between, from one moment to another; or history here, all that "
                "happened to this question",
                "TEXT",
            ),
            Command("restore", "bring an earlier wording of this question back: restore 2", "NUMBER", changes=True),
            Command("names", "change the parties and facts", changes=True),
            Command("party", "add another party, or change one that was added: party 3", "NUMBER", changes=True),
            Command("frame", "set the title, exhibits, terms from counsel, and how each party contracts", changes=True),
            Command("clause", "add a clause of your own to this topic; on one, rename or remove it", changes=True),
            Command("depth", "ask only the essential questions, or all of them", changes=True),
            Command("sign", "before anybody signs, hear what is still open, who signs and when it is reviewed"),
            Command(
                "requirements",
                "hear what state law and funders ask beside your own words; requirements 2 points to the sentence of "
                "yours for the second; requirements layers chooses which laws and grants; requirements news says what "
                "is new in them",
                "TEXT",
            ),
            Command("deadlines", "hear what has to be done by when, as the law asks and as the agreement itself says"),
            Command(
                "ours",
                "hear or write our side’s notes on this clause, in a file of their own; or ours general, on none",
                "TEXT",
            ),
            Command("signer", "record who signs for a party, with what authority: signer 1", "TEXT", changes=True),
            Command(
                "inforce",
                "record when it was adopted and signed, who keeps it, where it was posted and filed; it is locked then",
                changes=True,
                when_in_force=True,
            ),
            Command("amend", "begin an amendment of the agreement in force, for a change in mid-term"),
            Command("renew", "begin the review of the next term from the agreement in force"),
            Command(
                "export",
                "write the draft as a file; or export record, agenda, signing, copy, worksheet, calendar, changes, "
                "board, families, staff, requirements, duties, deadlines, amendment or feedback; the kind may follow, "
                "as in export word, or export word notes for comments",
                "TEXT",
            ),
            Command(
                "redline",
                "write the draft with what changed from the earlier agreement, a file, or a milestone, for Word; or, "
                "if you name the file so, as .md or .html",
                "TEXT",
            ),
            Command("record", "write the minutes of the meetings as a file; the same as export record"),
            Command("save", "save now; it is saved anyway as you go"),
            Command(
                "send",
                "write a copy for a party to work on, once you have heard what is in it: send district",
                "NAME",
                changes=True,
            ),
            Command("elsewhere", "go on in another file"),
            Command("strike", "remove words, such as a student’s name, for good and everywhere", changes=True),
            Command("help", "hear which words there are, those of a group, or what one does: help take", "NAME"),
            Command("quit", "save and leave"),
        ),
    ),
)

COMMANDS = {command.name: command for group in GROUPS for command in group.commands}
"""Every command by its name."""

CANCEL, END = "cancel", "end"
"""Commands that mean something only where something else is asked or typed."""

COLONED = "Within an answer, words begin with a colon; a line of your own that does takes two."
