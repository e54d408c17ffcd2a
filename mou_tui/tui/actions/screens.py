"""Declares the actions of the screens other than the interview."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.interview import INTERVIEW

_IN_INTERVIEW = {action.id: action for action in INTERVIEW}


def _also_here(action_id: str, keys: str, footer: str = "") -> ActionSpec:
    """Return an action of the interview for another screen, where no editor takes its key."""
    return _IN_INTERVIEW[action_id]._replace(keys=keys, footer=footer, priority=False)


HOME = (
    ActionSpec("new", "Start a new agreement", "Name the parties and begin.", "n", "New"),
    ActionSpec("open", "Open a file", "Choose a session file from the folders, or type its path.", "o", "Open"),
    ActionSpec(
        "revise",
        "Revise an earlier agreement",
        "Read in an agreement (Word, PDF, text), and start from what it says.",
        "r",
        "Revise",
    ),
    ActionSpec(
        "take_in",
        "Take in what came back",
        "Open the session of the row, and take in the edits of a Word file, or the copy of a party.",
        "t",
        "Take in",
    ),
    ActionSpec(
        "sample",
        "Look at the sample",
        "Open a half-finished sample with invented places; it is removed when you leave it.",
        "d",
        "Sample",
    ),
)

REVIEW = (
    ActionSpec(
        "filter",
        "Next filter",
        "Show all questions, or only open ones, blanks, objections, positions to confirm, clashes, later or set aside.",
        "f",
        "Filter",
    ),
    _also_here("capture", "f6", "Note"),
    ActionSpec("points", "Points", "Show or hide the points not ticked.", "p", "Points"),
    ActionSpec(
        "compare",
        "Earlier wording",
        "See what the earlier agreement says on the row, with the changes.",
        "w",
        "Earlier wording",
    ),
    _also_here("export", "e", "Export")._replace(
        name="Export",
        help="Write the draft, the record or another document as a file: Word, PDF, a web page or Markdown.",
    ),
    _also_here("sign", "s", "Before you sign"),
    ActionSpec("blanks", "Blanks", "Go through every blank.", "b", "Blanks"),
    ActionSpec("history", "History", "See what changed.", "h", "History"),
    ActionSpec("agenda", "Agenda", "See what the meeting has to settle.", "a", "Agenda"),
    ActionSpec("leave", "Back to the interview", "Go back to the question you came from.", "escape", "Back"),
)

_ENLARGE = ActionSpec(
    "enlarge",
    "For the back of the room",
    "Show number, name and wording only, bold, a few words at a time; again for the usual view.",
    "l",
    "Large",
)

ROOM = (
    ActionSpec("next", "Next clause", "Turn to the next clause; the interview follows.", "ctrl+n", "Next"),
    ActionSpec(
        "back", "Back to the previous clause", "Turn to the clause before; the interview follows.", "ctrl+b", "Back"
    ),
    ActionSpec(
        "blank",
        "Blank the screen",
        "Show nothing of the agreement, here and on the second screen, for a break or a caucus; again to show it.",
        "b,ctrl+right_square_bracket",
        "Blank",
    ),
    _ENLARGE,
    ActionSpec(
        "compare", "Earlier wording", "Show what the earlier agreement says here, with what changed marked.", "w"
    ),
    ActionSpec(
        "leave", "Close the room view", "Go back to the interview, at the clause on the table.", "escape", "Close"
    ),
)

WATCH = (
    ActionSpec(
        "blank",
        "Blank this screen",
        "Show nothing of the agreement for a break or a caucus; again, or Esc, to show it.",
        "b,ctrl+right_square_bracket",
    ),
    _ENLARGE,
)

BACK = ActionSpec("leave", "Back", "Go back to where you came from.", "escape", "Back")
UNDO = _also_here("undo_step", "ctrl+z,f9", "Undo")._replace(help="Undo the last change.")
REDO = _also_here("redo_step", "ctrl+y")
GO_THERE = ActionSpec("go_there", "Go there", "Go to the clause of the row.", "g", "Go there")

AGENDA = (
    ActionSpec(
        "done",
        "Done, or not done",
        "Mark an action as done; press again to reopen it.",
        "space",
        "Done",
        changes=True,
    ),
    ActionSpec(
        "confirm_prepared",
        "Confirm what was prepared",
        "See what was written before the meeting, clause by clause, and record what all present can live with.",
        "c",
        "Confirm",
        changes=True,
    ),
    GO_THERE,
    ActionSpec(
        "export_agenda",
        "Export the agenda",
        "Write the agenda as a file: Word, PDF, a web page or Markdown.",
        "e",
        "Export",
    ),
    UNDO,
    REDO,
    BACK,
)

BLANKS = (
    ActionSpec("fill", "Fill", "Fill in the blank.", "f", "Fill", changes=True),
    ActionSpec(
        "assign",
        "Somebody finds out",
        "Assign someone to find out what belongs there, and by when.",
        "w",
        "Who finds out",
        changes=True,
    ),
    ActionSpec(
        "not_blank",
        "Not a blank, or one again",
        "Mark it as not a blank, or as one again.",
        "n",
        "No blank",
        changes=True,
    ),
    GO_THERE,
    UNDO,
    REDO,
    BACK,
)

HISTORY = (
    ActionSpec("compare", "Compare two moments", "Choose any two moments: meetings, days, milestones.", "c", "Compare"),
    ActionSpec(
        "restore",
        "Bring the earlier wording back",
        "Make the earlier wording of the row the current one again.",
        "r",
        "Bring back",
        changes=True,
    ),
    _also_here("milestone", "m", "Milestone"),
    GO_THERE,
    UNDO,
    REDO,
    BACK,
)

EARLIER = (
    ActionSpec("confirm", "Confirm", "It belongs where it says; go to the next one.", "c", "Confirm", changes=True),
    ActionSpec("move", "Move", "Say which questions the paragraph is about.", "m", "Move", changes=True),
    ActionSpec(
        "move_outside", "Outside the topics", "Say that it stands outside the topics.", "o", "Outside", changes=True
    ),
    ActionSpec(
        "to_counsel",
        "To the terms from counsel",
        "Put it, by its kind, into the section that counsel writes.",
        "k",
        changes=True,
    ),
    ActionSpec(
        "own_clause_of_it", "A clause of your own", "Make it a clause at the end of a topic.", "l", changes=True
    ),
    ActionSpec("leave_in_tray", "Leave in the tray", "It belongs nowhere; it stays listed.", "t", "Tray", changes=True),
    ActionSpec(
        "confirm_sure",
        "Confirm the sure ones",
        "Confirm all that are sure, as one step.",
        "a",
        "All sure",
        changes=True,
    ),
    ActionSpec("split", "Split", "Cut the paragraph after one of its sentences.", "s", changes=True),
    ActionSpec("join", "Join to the next", "Make one of it and the paragraph after it.", "j", changes=True),
    ActionSpec(
        "start_answers",
        "Start the answers with it",
        "Make the confirmed wording the first wording of every empty answer. It counts once somebody has looked at it.",
        "w",
        "Use wording",
        changes=True,
    ),
    ActionSpec("gaps", "Gap report", "See what it covers, and where nothing was found.", "r", "Report"),
    ActionSpec(
        "read_another", "Read in a file", "Read an earlier agreement, or an amendment of it.", "n", changes=True
    ),
    UNDO,
    REDO,
    BACK,
)

GAPS = (
    ActionSpec("go_there", "Go there", "Go to the question of the row.", "g", "Go there"),
    ActionSpec(
        "export_report",
        "Export the report",
        "Write the report as a file: Word, PDF, a web page or Markdown.",
        "e",
        "Export",
    ),
    ActionSpec("export_changes", "Export the changes", "Write what changed, clause by clause.", "x", "Changes"),
    BACK,
)

LAW = (
    GO_THERE,
    ActionSpec("sources", "Source", "See the text the row rests on, and where it was read.", "s", "Source"),
    BACK,
)

REQUIREMENTS = (
    ActionSpec(
        "point",
        "Point to our words",
        "Choose the sentence of yours that belongs beside the row, or none.",
        "w",
        "Our words",
        changes=True,
    ),
    GO_THERE,
    ActionSpec("sources", "Source", "See the text the row rests on, and where it was read.", "s", "Source"),
    ActionSpec(
        "layers",
        "Which laws and grants",
        "Choose which laws and grants the page lists.",
        "l",
        "Laws and grants",
        changes=True,
    ),
    ActionSpec("export_page", "Export this page", "Write this page as a file.", "e", "Export"),
    UNDO,
    REDO,
    BACK,
)

DEADLINES = (
    GO_THERE,
    ActionSpec("export_page", "Export this page", "Write this page as a file.", "e", "Export"),
    ActionSpec("export_calendar", "For a calendar", "Write the dates as an .ics file.", "i", "Calendar"),
    BACK,
)

SIGNING = (
    ActionSpec("export_record", "Export the record", "Write the minutes of the meetings as a file.", "r", "Record"),
    ActionSpec("export_page", "Export this page", "Write this page as a file.", "p", "This page"),
    ActionSpec("export_copy", "Copy to sign", "Write the copy to sign as a file, once nothing is open.", "c", "Copy"),
    ActionSpec(
        "export_calendar",
        "Dates for a calendar",
        "Write the review date and all deadlines as an .ics file.",
        "i",
        "Calendar",
    ),
    ActionSpec("add_signatory", "Add a signatory", "Say who else signs.", "n", "Add signatory", changes=True),
    _also_here("in_force", "f", "In force"),
    UNDO,
    REDO,
    BACK,
)
