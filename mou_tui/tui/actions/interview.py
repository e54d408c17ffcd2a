"""Declares the actions of the interview, and those that every screen has.

Bindings, key bar, command palette, help and the key table of the README are made from these declarations and those of
the other screens (`screens`), so none of them can disagree.
"""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.in_force import IN_FORCE
from mou_tui.tui.actions.outside_the_room import OUTSIDE_THE_ROOM

EVERYWHERE = (
    ActionSpec("help", "Help", "Show what the keys do here.", "f1", "Help", app=True),
    ActionSpec("quit", "Quit", "Save and quit. You will be asked first if any text would be lost.", "ctrl+q", app=True),
)

INTERVIEW = (
    ActionSpec("next", "Next question", "Go to the next question.", "ctrl+n", "Next"),
    ActionSpec("back", "Back to the previous question", "Go to the question before.", "ctrl+b", "Back"),
    ActionSpec(
        "take",
        "Examples",
        "Show the examples, one after the other; Enter takes the one that is marked.",
        "ctrl+t",
        "Examples",
        changes=True,
    ),
    ActionSpec(
        "adopt",
        "Use the example as written",
        "Keep the example in the answer word for word, as your own.",
        "ctrl+o",
        changes=True,
    ),
    ActionSpec(
        "next_open", "Next open item", "Go to the next question with something left to do.", "ctrl+g", "Next open"
    ),
    ActionSpec("review", "Review", "See every question and what is missing.", "ctrl+r", "Review"),
    ActionSpec(
        "positions",
        "Positions of the parties",
        "Go to the parties below the answer, and press a letter to record a party’s position.",
        "f7",
        "Positions",
        changes=True,
        priority=True,
    ),
    ActionSpec(
        "capture",
        "Record a decision, action or note",
        "Record what was decided, who does what, or what must be checked first.",
        "f6",
        "Note",
        changes=True,
        priority=True,
    ),
    ActionSpec(
        "all_can_live_with",
        "All present can live with it",
        "Record “can live with it” for every party present that has not answered. Objections stay.",
        "f12",
        changes=True,
    ),
    ActionSpec(
        "guidance",
        "Next guidance tab",
        "Show the next tab: why, discuss, points, examples, current, or the alternatives.",
        "f4",
    ),
    ActionSpec(
        "state_law",
        "Law in your state",
        "See what your state’s law and federal grants ask, by question.",
    ),
    ActionSpec(
        "requirements",
        "State requirements beside our words",
        "See what state law and funders ask, and point to the sentence of yours beside each: a paper for counsel.",
    ),
    ActionSpec(
        "deadlines",
        "Deadlines",
        "See what has to be done by when, as the law asks and as the agreement itself says.",
    ),
    ActionSpec(
        "law_news",
        "What is new in laws and grants",
        "See what changed in the laws and grants you go by since you last looked, and which clauses that touches.",
    ),
    ActionSpec(
        "other_law",
        "Law of other states",
        "See other states’ laws on this question. They do not apply here.",
    ),
    ActionSpec(
        "sources",
        "Sources of the guidance",
        "See what the guidance on this question rests on, where to find it, and the day it was read.",
    ),
    ActionSpec(
        "points_done",
        "We went through the points",
        "Show the points; again, record that the group checked this wording against them.",
        "ctrl+e",
        changes=True,
        priority=True,
    ),
    ActionSpec("next_blank", "Next blank", "Select the next blank in the answer; typing fills it.", "f5", "Blank"),
    ActionSpec("topics", "Topics", "Go to the list of topics; again to come back.", "f2", "Topics"),
    ActionSpec("draft", "Draft", "Go to the draft; again to come back.", "f3", "Draft"),
    ActionSpec(
        "room_view",
        "Room view",
        "Show only the clause on the table, large, for the whole room; again to come back.",
        "ctrl+d",
        priority=True,
    ),
    ActionSpec(
        "blank",
        "Blank the second screen",
        "Show nothing of the agreement there, for a break or a caucus; again to show it.",
        "ctrl+right_square_bracket",
        priority=True,
    ),
    ActionSpec("find", "Find", "Find words in questions, guidance, examples and answers, or go to a number.", "ctrl+f"),
    ActionSpec(
        "later",
        "Later: someone must check first",
        "Put the question off, and record who checks by when.",
        "ctrl+l",
        changes=True,
    ),
    ActionSpec(
        "set_aside", "Does not apply", "Set the question aside and say why; again to bring it back.", "f8", changes=True
    ),
    ActionSpec(
        "undo_step",
        "Undo",
        "Undo the last change: typing, an example, a position, a blank, a name.",
        "ctrl+z,f9",
        changes=True,
        when_in_force=True,
    ),
    ActionSpec("redo_step", "Redo", "Redo the last undo.", "ctrl+y", changes=True, when_in_force=True),
    ActionSpec(
        "editor",
        "Write in your own editor",
        "Write the answer in the text editor of your terminal, and come back.",
        "f10",
        changes=True,
    ),
    ActionSpec("save", "Save now", "Write the session file at once.", "ctrl+s"),
    ActionSpec(
        "meeting",
        "Meeting",
        "Begin a meeting, go on with the last one, or end it.",
        "ctrl+k",
        changes=True,
        priority=True,
    ),
    ActionSpec(
        "end_meeting",
        "End the meeting",
        "End the meeting that is going on; what was said in it stays in the record.",
        changes=True,
    ),
    ActionSpec(
        "propose", "Propose another wording", "Enter a party’s alternative wording beside this one.", changes=True
    ),
    ActionSpec(
        "unlock",
        "Unlock this clause",
        "Unlock agreed wording so that it can be changed. The parties will be asked again.",
        changes=True,
    ),
    ActionSpec("write", "Go on writing", "Return to typing in the answer."),
    ActionSpec("choose", "Choose among the alternatives", "Choose one of the competing wordings.", changes=True),
    ActionSpec("names", "Parties and facts", "Change the parties, state, schools and dates.", changes=True),
    ActionSpec(
        "save_elsewhere",
        "Save elsewhere",
        "Save under another name and go on there; a read-only session becomes a working copy.",
    ),
    ActionSpec("keep_sample", "Keep a copy of the sample", "Save it under a name of your own, and go on in that file."),
    ActionSpec(
        "frame",
        "Title, exhibits and counsel",
        "Set the title, the agreement that this one replaces, its exhibits, and the terms from counsel.",
        changes=True,
    ),
    ActionSpec(
        "contracting",
        "How each party contracts and signs",
        "Set which office signs for each party and what appears in its signature block.",
        changes=True,
    ),
    ActionSpec(
        "own_clause",
        "A clause of your own",
        "Add a clause at the end of this topic; on one of your own, change its caption or remove it.",
        changes=True,
    ),
    ActionSpec(
        "strike",
        "Remove words for good",
        "Remove words, such as a student’s name, from the session, its history and every copy on this computer.",
        changes=True,
    ),
    ActionSpec("clear", "Clear this answer", "Remove all text from this answer.", changes=True),
    ActionSpec("join_lines", "Join lines", "Join lines that a PDF or a mail program broke; shown first.", changes=True),
    ActionSpec(
        "depth",
        "Ask essential or all questions",
        "Switch between the essential questions and the full checklist.",
        changes=True,
    ),
    ActionSpec("source", "Draft as Markdown", "Show the draft as Markdown source; again to show it as it reads."),
    ActionSpec(
        "export", "Export the draft", "Write the draft as a file to print or send: Word, PDF, a web page or Markdown."
    ),
    ActionSpec(
        "take_in",
        "Take in what came back",
        "Read the edits and comments of counsel in a Word file, or the copy of the session that a party worked on.",
        changes=True,
    ),
    ActionSpec(
        "send",
        "Send a copy to a party",
        "Write a copy for one party to work on. You see first what is in it and what is not.",
        changes=True,
    ),
    ActionSpec("export_record", "Export the record", "Write the record of the meetings as a file to print."),
    ActionSpec(
        "export_worksheet", "Export the worksheet", "Write every question with room for notes, to print and hand out."
    ),
    ActionSpec("export_agenda", "Export the agenda", "Write what the next meeting has to settle as a file to print."),
    ActionSpec(
        "export_board",
        "Export the cover for the board",
        "Write two pages on what changes, what it costs, where positions differ, and the motion.",
    ),
    ActionSpec(
        "export_families",
        "Export the page for families",
        "Write what the officer does and does not do, whom to call and how to complain, for parents.",
    ),
    ActionSpec(
        "export_staff",
        "Export the card for staff",
        "Write on one page when to call the officer and when not, whom to call, and how to complain.",
    ),
    ActionSpec("copy_answer", "Copy this answer", "Copy the answer on the screen to the clipboard."),
    ActionSpec("copy_draft", "Copy the draft", "Copy the whole draft to the clipboard as Markdown."),
    ActionSpec("home", "Home", "Save, and go back to the list of sessions."),
    ActionSpec("agenda", "Agenda", "See what the meeting has to settle, made from what is open."),
    ActionSpec(
        "blanks", "Blanks", "See every blank: fill it in, assign someone to find out, or mark it as not a blank."
    ),
    ActionSpec("history", "History", "See what changed, compare two moments, and bring an earlier wording back."),
    ActionSpec(
        "earlier",
        "The earlier agreement",
        "Read it in, confirm where its paragraphs belong, and see what it covers.",
    ),
    ActionSpec(
        "compare_earlier",
        "Compare with the earlier wording",
        "Show what the earlier agreement says here beside what you have now, with what changed marked.",
    ),
    *OUTSIDE_THE_ROOM,
    ActionSpec("sign", "Before you sign", "See what is still open, and who signs with what authority."),
    *IN_FORCE,
    ActionSpec("milestone", "Name a milestone", "Give this version a name.", changes=True),
    ActionSpec(
        "correct",
        "Correct what was recorded",
        "Correct a decision, note, action or milestone; the record keeps the original words and marks the correction.",
        changes=True,
    ),
)

_IN_KEY_BAR = (
    "next", "topics", "draft", "take", "next_blank", "positions", "capture", "review", "back", "next_open", "help",
)  # fmt: skip
KEY_BAR = tuple(action for action_id in _IN_KEY_BAR for action in (*INTERVIEW, *EVERYWHERE) if action.id == action_id)
"""What the key bar of the interview shows, the most needed first."""
