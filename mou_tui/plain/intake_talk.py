"""Going through what counsel sent back: what the file is for, who speaks for whom, then all at once or one by one."""

from __future__ import annotations

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.draft import one_line_name
from mou_tui.language.text import capitalize_first
from mou_tui.plain.console import Console
from mou_tui.plain.marked_text import HOW_MARKED, marked_text
from mou_tui.workspace.intake import (
    ADVICE,
    NOT_OURS,
    PURPOSES,
    WHAT_FOR,
    Comment,
    CommentChoice,
    Edit,
    Intake,
)
from mou_tui.workspace.intake_account import account, clause_place, edit_name, outcome, taken_in_before, voice_question
from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN
from mou_tui.workspace.intake_texts import comment_words
from mou_tui.workspace.workspace import Workspace


class IntakeTalk:
    """Asks what becomes of a file that came back; nothing of it is in the session until the end.

    Args:
        console: where to talk.
        workspace: the open session.
        intake: the file.
    """

    def __init__(self, console: Console, workspace: Workspace, intake: Intake) -> None:
        self._console = console
        self._workspace = workspace
        self._intake = intake
        self._say = console.say

    def run(self, party_id: str = "") -> bool:
        """Go through the file; return whether anything was taken in.

        Args:
            party_id: the party that everybody in the file speaks for, where that is known.

        Raises:
            CommandInterrupt: another command was given, or nothing is to be taken in.
            InputClosed: the person left; nothing was taken in.
            TooLarge: the session cannot hold it; nothing was taken in.
        """
        self._ask_purpose()
        if not self._intake.may_be_shown:
            self._say(NOT_OURS)
            return False
        self._ask_parties(party_id)
        self._tell_account()
        if self._intake.is_shared:
            prompt = "Say all to take in every edit, each to go through them one by one, or nothing:"
            choice = self._console.choose(prompt, "all", "each", "nothing")
        else:
            choice = self._console.choose("Say each to go through them one by one, or nothing:", "each", "nothing")
        if choice == "nothing":
            self._say(NOTHING_TAKEN_IN)
            return False
        for edit in self._intake.edits:
            if choice == "each" or edit.is_doubtful:
                self._ask_edit(edit.index)
        if choice == "each":
            self._ask_comments()
        sentence = outcome(self._intake)
        if not self._intake.finish():
            self._say(NOTHING_TAKEN_IN)
            return False
        self._say(sentence)
        return True

    def _ask_purpose(self) -> None:
        name = one_line_name(self._intake.document.name)
        if before := taken_in_before(self._intake):
            self._say(before)
        self._say(f"{name}. {WHAT_FOR} Nothing of it is shown before you have said so.")
        purposes = list(PURPOSES)
        self._intake.purpose = purposes[self._console.pick(WHAT_FOR, list(PURPOSES.values()))]

    def _ask_parties(self, party_id: str) -> None:
        """Ask whose advice it is; of a file for both parties, for which party each author speaks."""
        intake = self._intake
        if party_id or not intake.parties:
            intake.match_all(party_id)
        elif not intake.is_shared:
            intake.client = self._pick_party("Which party do you speak for?", may_be_none=False)
        else:
            for author in intake.voices:
                if not intake.party_of(author):
                    intake.match(author, self._pick_party(voice_question(intake, author), may_be_none=True))
        if not intake.is_shared:
            self._say(ADVICE)

    def _pick_party(self, prompt: str, *, may_be_none: bool) -> str:
        checklist, parties = self._workspace.checklist, self._intake.parties
        labels = [party_in_sentence(checklist, party, begins=True) for party in parties]
        if not self._console.has_menus:
            self._say(prompt)
        index = self._console.pick(prompt, [*labels, *(["Nobody knows"] if may_be_none else [])])
        return parties[index].id if index < len(parties) else ""

    def _tell_account(self) -> None:
        self._say(account(self._intake, self._workspace))
        for remark in self._intake.document.remarks:
            self._say(remark)

    def _ask_edit(self, index: int) -> None:
        """Say an edit, and ask what becomes of it."""
        edit = self._tell_edit(index)
        if edit.obstacle:
            return
        choice = self._console.choose("Say take, leave, or elsewhere if it belongs to another clause:", *_EDIT_CHOICES)
        if choice == "take":
            self._intake.take(index)
        elif choice == "leave":
            self._intake.leave(index)
        elif clause_id := self._ask_clause(index):
            if not self._intake.place(index, clause_id):
                self._say(self._intake.edit(index).obstacle)
        else:
            self._ask_edit(index)

    def _tell_edit(self, index: int) -> Edit:
        edit = self._intake.edit(index)
        name = edit_name(edit, self._workspace.checklist)
        author = one_line_name(edit.returned.author) or "not tracked"
        self._say(f"{'Perhaps ' if edit.is_doubtful else ''}{name}, {author}, {HOW_MARKED}:")
        for paragraph in marked_text(edit.returned.before, edit.text):
            self._say(paragraph)
        if note := self._intake.changed_since(edit):
            self._say(note)
        if edit.obstacle:
            self._say(edit.obstacle)
        return edit

    def _ask_clause(self, index: int) -> str:
        """Ask which clause an edit is about; return its id, empty to leave it where it is."""
        places = self._intake.places(index)
        numbers = {self._workspace.checklist.number(question.id): question.id for question in places}
        likely = [
            clause_place(self._workspace.checklist, held) for held in self._intake.document.edits[index].candidates
        ]
        hint = f" Perhaps {' or '.join(likely)}." if likely else ""
        number = self._console.ask(f"Which clause is it about?{hint} Its number; Enter alone goes back:")
        if number and number not in numbers:
            self._say("No clause has that number.")
        return numbers.get(number, "")

    def _ask_comments(self) -> None:
        for comment in self._intake.comments:
            place = clause_place(self._workspace.checklist, comment.returned.clause)
            self._say(f"{capitalize_first(place)}. {comment_words(comment.returned)}")
            prompt = "Say leave to leave it out, note to note it in the history, or check if it must be checked first:"
            self._decide(comment, self._console.choose(prompt, "leave", "note", "check"))
        for text in self._intake.document.unplaced if self._intake.is_shared else ():
            self._say(f"This fits under no clause, and is kept with the session: {text.text}")

    def _decide(self, comment: Comment, choice: str) -> None:
        choices: dict[str, CommentChoice] = {"leave": "leave", "note": "note", "check": "check"}
        self._intake.decide(comment.index, choices[choice])


_EDIT_CHOICES = ("take", "leave", "elsewhere")
