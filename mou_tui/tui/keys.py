"""Every key of the interview, in one table.

Bindings, footer, command palette, help and the README's table are made from it, so none of them can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Deed(NamedTuple):
    """Something one can do, and how."""

    id: str
    """The name of the action on its screen."""
    name: str
    """What the command palette calls it."""
    help: str
    """One sentence that says what it does."""
    keys: str = ""
    """Keys for it, as Textual spells them, by commas; the first is the one shown. Empty: palette only."""
    footer: str = ""
    """A word or two for the footer; empty leaves it out."""
    changes: bool = False
    """Whether it changes the session, and so is not to be had where the session is read-only."""
    app: bool = False
    """Whether the app does it, on whichever screen."""
    focused: bool = False
    """Whether what has the focus does it, and so it is to be had only there."""
    priority: bool = False
    """Whether its key is one that an editor would take for itself."""

    @property
    def action(self) -> str:
        """The action to run."""
        return f"app.{self.id}" if self.app else self.id

    @property
    def shown_keys(self) -> str:
        """The keys as people write them ("Ctrl+N, F9")."""
        return ", ".join("+".join(part.capitalize() for part in key.split("+")) for key in self.keys.split(",") if key)


EVERYWHERE = (
    Deed("help", "Help", "Show what the keys do here.", "f1", "Help", app=True),
    Deed("quit", "Quit", "Save and leave. Nothing is lost and nothing is asked.", "ctrl+q", app=True),
)

INTERVIEW = (
    Deed("next", "Next question", "Go to the next question.", "ctrl+n", "Next"),
    Deed("back", "Back to the previous question", "Go to the question before.", "ctrl+b", "Back"),
    Deed(
        "take",
        "Take an example",
        "Put the chosen example into the answer; choose one first.",
        "ctrl+t",
        "Example",
        changes=True,
    ),
    Deed(
        "adopt",
        "Use the example as written",
        "Make the example in the answer yours as it stands.",
        "ctrl+o",
        changes=True,
    ),
    Deed("next_open", "Next open item", "Go to the next question with something left to do.", "ctrl+g", "Open"),
    Deed("review", "Review", "See every question and what is missing.", "ctrl+r", "Review"),
    Deed(
        "positions",
        "Positions of the parties",
        "Go to the parties below the answer; there one letter says what a party thinks of the wording.",
        "f7",
        "Agree",
        changes=True,
        priority=True,
    ),
    Deed(
        "capture",
        "Take down a decision, action or note",
        "Take down what was decided, who does what, or what must be checked first.",
        "f6",
        "Note",
        changes=True,
        priority=True,
    ),
    Deed(
        "all_can_live_with",
        "All present can live with it",
        "Record it for every party at the table that said nothing else; objections stand.",
        "f12",
        changes=True,
    ),
    Deed(
        "guidance", "Next guidance tab", "Turn to why, discuss, points, examples, current, or the alternatives.", "f4"
    ),
    Deed("next_blank", "Next blank", "Select the next blank in the answer; typing fills it.", "f5", "Blank"),
    Deed("topics", "Topics", "Go to the list of topics; again to come back.", "f2"),
    Deed("draft", "Draft", "Go to the draft; again to come back.", "f3"),
    Deed(
        "room_view",
        "Room view",
        "Show only the clause on the table, large, for the whole room; again to come back.",
        "ctrl+d",
        priority=True,
    ),
    Deed("find", "Find", "Find words in questions, guidance, examples and answers, or go to a number.", "ctrl+f"),
    Deed(
        "later",
        "Later: someone must check first",
        "Put the question off and say who checks by when.",
        "ctrl+l",
        changes=True,
    ),
    Deed(
        "set_aside", "Does not apply", "Set the question aside and say why; again to bring it back.", "f8", changes=True
    ),
    Deed(
        "undo_step",
        "Take back the last step",
        "Undo the last fill, clearing, setting aside or change of names.",
        "f9",
        changes=True,
    ),
    Deed(
        "editor",
        "Write in your own editor",
        "Write the answer in the editor that $VISUAL or $EDITOR names, and come back.",
        "f10",
        changes=True,
    ),
    Deed("save", "Save now", "Write the session file at once.", "ctrl+s"),
    Deed(
        "meeting",
        "Meeting",
        "Begin a meeting, go on with the last one, or end it.",
        "ctrl+k",
        changes=True,
        priority=True,
    ),
    Deed("propose", "Propose another wording", "Put what a party wants instead beside the wording.", changes=True),
    Deed("choose", "Choose among the alternatives", "Make one of the wordings side by side the answer.", changes=True),
    Deed("names", "Parties and facts", "Change the parties, state, schools and dates.", changes=True),
    Deed(
        "save_elsewhere",
        "Save elsewhere",
        "Go on in another file; of a read-only session this makes a copy to work on.",
    ),
    Deed("clear", "Clear this answer", "Empty the answer on the screen.", changes=True),
    Deed(
        "depth",
        "Ask essential or all questions",
        "Switch between the essential questions and the full checklist.",
        changes=True,
    ),
    Deed("source", "Draft as Markdown", "Show the draft as Markdown source; again to show it as it reads."),
    Deed("export", "Export the draft", "Write the draft as a Markdown file."),
    Deed("copy_answer", "Copy this answer", "Copy the answer on the screen to the clipboard."),
    Deed("copy_draft", "Copy the draft", "Copy the whole draft to the clipboard as Markdown."),
    Deed("home", "Home", "Save, and go back to the list of sessions."),
    Deed("agenda", "Agenda", "See what the meeting has to settle, made from what is open."),
    Deed("blanks", "Blanks", "See every blank: fill it, have somebody find out, or say that it is none."),
    Deed("history", "History", "See what changed, compare two moments, and bring an earlier wording back."),
    Deed("sign", "Before you sign", "See what is still open, and who signs with what authority."),
    Deed("milestone", "Name a milestone", "Name this moment of the history.", changes=True),
)

POSITIONS = (
    Deed("agrees", "Agrees", "The party agrees.", "a", "agrees", focused=True),
    Deed("can_live_with", "Can live with it", "The party can live with it.", "l", "can live", focused=True),
    Deed(
        "objects", "Objects", "The party objects; the reason may follow or be left out.", "o", "objects", focused=True
    ),
    Deed(
        "must_check",
        "Must check first",
        "The party must check first, with whom and by when.",
        "c",
        "check",
        focused=True,
    ),
    Deed("no_position", "No position", "The party has no position.", "n", "none", focused=True),
    Deed(
        "not_asked",
        "Not asked yet",
        "Take the position away: the party was not asked yet.",
        "u",
        "unask",
        focused=True,
    ),
    Deed("explains", "Why", "Say why the party thinks so, or on what condition.", "w", "why", focused=True),
    Deed("proposes", "Proposes", "The party wants another wording.", "p", "propose", focused=True),
    Deed("back_to_answer", "Back to the answer", "Leave the parties.", "escape,enter", "back", focused=True),
)

HOME = (
    Deed("new", "Start a new agreement", "Name the parties and begin.", "n", "New"),
    Deed("open", "Open a file", "Open a session file by its path.", "o", "Open"),
    Deed(
        "sample",
        "Look at the sample",
        "Open a scratch copy of a half-finished session with invented places.",
        "d",
        "Sample",
    ),
)

REVIEW = (
    Deed(
        "filter",
        "Next filter",
        "Show all, open, with blanks, objections, to confirm, later or set aside.",
        "f",
        "Filter",
    ),
    Deed(
        "capture",
        "Take down a decision, action or note",
        "Take down what was decided, who does what, or what must be checked first.",
        "f6",
        "Note",
        changes=True,
    ),
    Deed("points", "Points", "Show or hide the points not ticked.", "p", "Points"),
    Deed("export", "Export the draft", "Write the draft as a Markdown file.", "e", "Export"),
    Deed("sign", "Before you sign", "See what is still open, and who signs with what authority.", "s"),
    Deed("blanks", "Blanks", "Go through every blank.", "b"),
    Deed("history", "History", "See what changed.", "h"),
    Deed("agenda", "Agenda", "See what the meeting has to settle.", "a"),
    Deed("leave", "Back to the interview", "Go back to the question you came from.", "escape", "Back"),
)

_BACK = Deed("leave", "Back", "Go back to where you came from.", "escape", "Back")
_UNDO = Deed("undo_step", "Take back the last step", "Undo the last thing done.", "f9", "Undo", changes=True)
ROOM = (
    Deed("next", "Next clause", "Turn to the next clause; the interview follows.", "ctrl+n"),
    Deed("back", "Back to the previous clause", "Turn to the clause before; the interview follows.", "ctrl+b"),
    Deed("leave", "Close the room view", "Go back to the interview, at the clause on the table.", "escape", "Close"),
)


AGENDA = (
    Deed(
        "done",
        "Done, or not done",
        "Say that an action is done; again to say that it is not.",
        "space",
        "Done",
        changes=True,
    ),
    Deed(
        "confirm_prepared",
        "Confirm what was prepared",
        "See what was written before the meeting, and note that all present can live with it.",
        "c",
        "Confirm",
        changes=True,
    ),
    Deed("go_there", "Go there", "Go to the clause of the row.", "g", "Go there"),
    _UNDO,
    _BACK,
)

BLANKS = (
    Deed("fill", "Fill", "Put words in the place of the blank.", "f", "Fill", changes=True),
    Deed(
        "assign",
        "Somebody finds out",
        "Say who finds out what belongs there, by when.",
        "w",
        "Who finds out",
        changes=True,
    ),
    Deed(
        "not_blank",
        "Not a blank, or one again",
        "Say that it is no blank, or that it is.",
        "n",
        "No blank",
        changes=True,
    ),
    Deed("go_there", "Go there", "Go to the clause of the row.", "g", "Go there"),
    _UNDO,
    _BACK,
)

HISTORY = (
    Deed("compare", "Compare two moments", "Choose any two moments: meetings, days, milestones.", "c", "Compare"),
    Deed(
        "restore",
        "Bring the earlier wording back",
        "Put the earlier wording of the row on the table again.",
        "r",
        "Bring back",
        changes=True,
    ),
    Deed("milestone", "Name a milestone", "Name this moment of the history.", "m", "Milestone", changes=True),
    Deed("go_there", "Go there", "Go to the clause of the row.", "g", "Go there"),
    _UNDO,
    _BACK,
)

SIGNING = (
    Deed("export_record", "Export the record", "Write the minutes of the meetings as a Markdown file.", "r", "Record"),
    Deed("export_page", "Export this page", "Write this page as a Markdown file.", "p", "This page"),
    Deed("export_calendar", "Review date for a calendar", "Write the review date as an .ics file.", "i", "Calendar"),
    Deed("add_signatory", "Add a signatory", "Say who else signs.", "n", "Add signatory", changes=True),
    _UNDO,
    _BACK,
)


CHANGES = frozenset(deed.id for deed in (*INTERVIEW, *AGENDA, *BLANKS, *HISTORY, *SIGNING) if deed.changes)
"""The actions a read-only session does not offer."""


def bindings(deeds: Iterable[Deed]) -> list[BindingType]:
    """The bindings of some deeds; typing in an editor never gets in their way."""
    return [
        Binding(
            # What has no key gets one that no terminal sends, so that a person can give it another.
            deed.keys or f"palette-{deed.id}",
            deed.action,
            deed.footer or deed.name,
            show=bool(deed.footer),
            tooltip=deed.help,
            id=deed.id,
            priority=deed.priority,
        )
        for deed in deeds
    ]
