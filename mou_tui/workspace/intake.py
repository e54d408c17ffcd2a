"""Taking in what counsel sent back: whose file it is, what becomes of each edit and comment, and one step for it all.

Both front ends ask for the purpose of the file first and show nothing of it before. Until `finish` nothing is in the
session, in its history or on the disk; leaving drops everything. Of advice to one side no comment ever enters, nothing
is kept or noted, and what is adopted is that side's own proposal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mou_tui.checklist.model import Question
from mou_tui.draft.draft import proposer_name
from mou_tui.exchange.returned.model import ReturnedComment, ReturnedDocument, ReturnedEdit
from mou_tui.frozen import dataclass
from mou_tui.session.meeting import LEFT_OUT
from mou_tui.session.model import OPENING, Party
from mou_tui.session.taken_in import TakenIn
from mou_tui.workspace.intake_obstacles import HOMELESS, Obstacles
from mou_tui.workspace.intake_step import Arrival, Remark, with_arrivals
from mou_tui.workspace.intake_texts import cleaned, comment_words, kept_words

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

Purpose = Literal["both", "ours", "theirs", "unsure"]

PURPOSES: dict[Purpose, str] = {
    "both": "For both parties",
    "ours": "Advice to our side alone",
    "theirs": "Advice to the other side",
    "unsure": "Not sure",
}
"""What a file can be for, in the order of the choices."""

WHAT_FOR = "What is this file for?"
NOT_OURS = (
    "Nothing of it is shown, and nothing was taken in. Ask your counsel what to do with it: the sender may want it "
    "back."
)
ADVICE = (
    "None of its comments is taken in, and nothing of it is kept. What you adopt becomes your own proposal; the rest "
    "stays in the file."
)

CommentChoice = Literal["leave", "note", "check"]


@dataclass(frozen=True)
class Edit:
    """An edit, with what is to become of it."""

    index: int
    returned: ReturnedEdit
    clause_id: str
    """The clause it is held to be about."""
    text: str
    """The wording it proposes."""
    is_taken: bool
    is_doubtful: bool
    """Whether somebody must say first which clause it is about."""
    obstacle: str
    """Why it cannot be next to the clause, a sentence; empty where it can."""
    on: str = ""
    """Whose wording it changes, where it is not the current one."""


@dataclass(frozen=True)
class Comment:
    """A comment, with what is to become of it."""

    index: int
    returned: ReturnedComment
    choice: CommentChoice


class Intake:
    """Goes through one file that came back; nothing of it is in the session until `finish`.

    Args:
        workspace: the open session.
        document: what the file brought back.

    Attributes:
        purpose: What the file is for; None until somebody has said so.
        client: Id of the party whose advice it is.
    """

    def __init__(self, workspace: WorkspaceContext, document: ReturnedDocument) -> None:
        self._workspace = workspace
        self.document = cleaned(document)
        self._obstacles = Obstacles(workspace.checklist, workspace.session)
        self.purpose: Purpose | None = None
        self.client = ""
        people = {person.name.casefold(): person.party for person in workspace.session.people}
        self._parties = {author: people.get(author.casefold(), "") for author in self.voices}
        self._taken: dict[int, bool] = {}
        self._places: dict[int, str] = {}
        self._comments: dict[int, CommentChoice] = {}

    @property
    def earlier(self) -> TakenIn | None:
        """How the very same file was taken in before; None where it was not."""
        known = (held for held in self._workspace.session.taken_in if held.sha256 == self.document.sha256)
        return next(known, None)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties an author may speak for."""
        return self._workspace.session.parties

    @property
    def is_shared(self) -> bool:
        """Whether the file is for both parties."""
        return self.purpose == "both"

    @property
    def may_be_shown(self) -> bool:
        """Whether its words may be shown: somebody said what it is for, and it is not the other side's advice."""
        return self.purpose in ("both", "ours", "unsure")

    @property
    def voices(self) -> tuple[str, ...]:
        """Everybody who speaks in the file, by name; last an empty name where something was not tracked."""
        document = self.document
        writers = {edit.author for edit in document.edits} | {text.author for text in document.unplaced}
        return (*document.authors, *([""] if "" in writers else []))

    def party_of(self, author: str) -> str:
        """Return the id of the party an author speaks for; empty where nobody knows."""
        return self._parties.get(author, "") if self.is_shared else self.client

    def match(self, author: str, party_id: str) -> None:
        """Say for which party an author speaks; an empty id where nobody knows."""
        self._parties[author] = party_id

    def match_all(self, party_id: str) -> None:
        """Say that everybody in the file speaks for one party."""
        self.client = party_id
        self._parties = dict.fromkeys(self._parties, party_id)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits, in the order of the file."""
        return tuple(map(self.edit, range(len(self.document.edits))))

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments, in the order of the file; none where they are not for both parties."""
        comments = self.document.comments if self.is_shared else ()
        return tuple(
            Comment(index, comment, self._comments.get(index, "leave")) for index, comment in enumerate(comments)
        )

    @property
    def is_decided_on(self) -> bool:
        """Whether somebody has decided something by now that leaving would drop."""
        return bool(self._taken or self._places or any(choice != "leave" for choice in self._comments.values()))

    def take(self, index: int) -> bool:
        """Put an edit next to its clause; return whether it can be there."""
        edit = self.edit(index)
        if not edit.obstacle:
            self._taken[index] = True
            # Whoever takes a doubtful one has said where it belongs.
            self._places.setdefault(index, edit.clause_id)
        return not edit.obstacle

    def leave(self, index: int) -> None:
        """Leave an edit out."""
        self._taken[index] = False

    def place(self, index: int, clause_id: str) -> bool:
        """Say which clause an edit is about, and have it stand there; return whether it can."""
        self._places[index] = clause_id
        return self.take(index)

    def take_all(self) -> None:
        """Put every edit next to its clause that can be there, and of which nobody doubts where it belongs.

        Not of advice to one side, which is adopted one by one.
        """
        for edit in self.edits if self.is_shared else ():
            if not edit.is_doubtful and not edit.obstacle:
                self._taken[edit.index] = True

    def decide(self, index: int, choice: CommentChoice) -> None:
        """Leave a comment out, make it a note of the history, or something that must be checked first."""
        if self.is_shared:
            self._comments[index] = choice

    def places(self, index: int) -> tuple[Question, ...]:
        """Return the questions an edit may be about, the likeliest first, then all others."""
        checklist, candidates = self._workspace.checklist, self.document.edits[index].candidates
        likely = [checklist.question(clause_id) for clause_id in candidates if clause_id in checklist]
        return (*likely, *(question for question in checklist.questions() if question not in likely))

    def edit(self, index: int) -> Edit:
        """Return the edit of an index, from 0."""
        returned = self.document.edits[index]
        place = self._places.get(index, returned.clause)
        text = LEFT_OUT if returned.is_deletion else returned.after
        is_doubtful = bool(returned.candidates) and index not in self._places
        author = returned.author if self.is_shared else ""
        obstacle = self._obstacles.to(returned, place, text, self.party_of(returned.author), author)
        is_taken = self._taken.get(index, self.is_shared and not is_doubtful) and not obstacle
        alternative = self._workspace.session.answer(place).alternatives.get(returned.alternative)
        on = ""
        if alternative:
            party_id = alternative.proposer(returned.alternative)
            on = proposer_name(self._workspace.session, party_id, alternative.author)
        return Edit(index, returned, place, text, is_taken, is_doubtful, obstacle, on)

    def changed_since(self, edit: Edit) -> str:
        """Return a sentence where the clause reads otherwise now than when it was sent; empty where it does not."""
        return self._obstacles.changed_since(edit.returned, edit.clause_id)

    @property
    def kept(self) -> tuple[str, ...]:
        """What of a file for both parties fits under no clause, each with where it came from."""
        if not self.is_shared:
            return ()
        loose = (
            kept_words(f"Under “{text.heading}”" if text.heading else "", text.author, text.text)
            for text in self.document.unplaced
        )
        return (*loose, *(self._kept_edit(edit) for edit in self.edits if self._is_kept(edit)))

    def _is_kept(self, edit: Edit) -> bool:
        """Return whether an edit is nowhere and nobody has left it out."""
        return edit.index not in self._taken and (edit.is_doubtful or edit.obstacle in HOMELESS)

    def _kept_edit(self, edit: Edit) -> str:
        checklist = self._workspace.checklist
        place = "The opening" if edit.clause_id == OPENING else edit.clause_id
        place = checklist.number(edit.clause_id) if edit.clause_id in checklist else place
        text = f"strike “{edit.returned.before}”" if edit.returned.is_deletion else edit.text
        return kept_words(f"Perhaps {place}" if edit.is_doubtful else place, edit.returned.author, text)

    def finish(self) -> bool:
        """Take in what was decided, as one step; return whether that changes anything.

        Raises:
            TooLarge: The session cannot hold it; nothing was changed.
        """
        if not self.may_be_shown:
            return False
        taken_in = (self.earlier or self._record()) if self.is_shared else None
        arrivals = [self._arrival(edit) for edit in self.edits if edit.is_taken]
        remarks = [
            Remark(comment.choice, self._place_of(comment.returned), comment_words(comment.returned))
            for comment in self.comments
            if comment.choice != "leave"
        ]
        after = with_arrivals(self._workspace, arrivals, remarks, taken_in)
        label = f"taking in {taken_in.name}" if taken_in else "adopting what counsel proposed"
        return self._workspace.commit(label, after)

    def _record(self) -> TakenIn:
        """Return what the session keeps of the file itself."""
        workspace, parties = self._workspace, {self.party_of(author) for author in self.voices}
        party = parties.pop() if len(parties) == 1 else ""
        name, at = self.document.name, workspace.history.timestamp.at
        return TakenIn(workspace.new_id(), name, self.document.sha256, party, at, self.kept)

    def _arrival(self, edit: Edit) -> Arrival:
        author = edit.returned.author
        return Arrival(edit.clause_id, edit.text, self.party_of(author), author if self.is_shared else "")

    def _place_of(self, comment: ReturnedComment) -> str:
        is_known = comment.clause == OPENING or comment.clause in self._workspace.checklist
        return comment.clause if is_known else ""
