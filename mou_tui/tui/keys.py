"""Every key of the interview, and those that work everywhere.

Bindings, footer, command palette, help and the README's table are made from these tables and those of the other
screens (`screen_keys`), so none of them can disagree.
"""

from __future__ import annotations

from mou_tui.tui.deed import Deed

EVERYWHERE = (
    Deed("help", "Help", "Show what the keys do here.", "f1", "Help", app=True),
    Deed("quit", "Quit", "Save and leave; asks only where words would be lost.", "ctrl+q", app=True),
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
        "Undo",
        "Take back the last thing done: typing, an example, a position, a fill, a name.",
        "ctrl+z,f9",
        changes=True,
    ),
    Deed("redo_step", "Redo", "Do again what was taken back last.", "ctrl+y", changes=True),
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
    Deed(
        "unlock",
        "Unlock this clause",
        "Let a wording be changed that parties agreed to; they are asked again.",
        changes=True,
    ),
    Deed("write", "Go on writing", "Go back into the answer; letters do nothing until then."),
    Deed("choose", "Choose among the alternatives", "Make one of the wordings side by side the answer.", changes=True),
    Deed("names", "Parties and facts", "Change the parties, state, schools and dates.", changes=True),
    Deed(
        "save_elsewhere",
        "Save elsewhere",
        "Go on in another file; of a read-only session this makes a copy to work on.",
    ),
    Deed(
        "strike",
        "Remove words for good",
        "Remove words, such as a student’s name, from the session, its history and every copy on this computer.",
        changes=True,
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
    Deed(
        "correct",
        "Correct a decision or note",
        "Put right what was noted; the record keeps the first words and marks the correction.",
        changes=True,
    ),
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
    Deed(
        "speaks",
        "Who spoke, and how",
        "Say who spoke for the party, and whether by letter or telephone.",
        "s",
        focused=True,
    ),
    Deed("proposes", "Proposes", "The party wants another wording.", "p", "propose", focused=True),
    Deed(
        "unlocks",
        "Unlock",
        "Let the agreed wording be changed; the parties are asked again.",
        "e",
        "unlock",
        focused=True,
    ),
    Deed("back_to_answer", "Back to the answer", "Leave the parties.", "escape,enter", "back", focused=True),
)
