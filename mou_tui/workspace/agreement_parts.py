"""The parts of the agreement that are not answers: its title, what it replaces, who contracts, exhibits, own clauses.

Both front ends ask for the same lines and hand over what was said; every change is one step that can be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from mou_tui.draft.agreement import party_label
from mou_tui.draft.draft import signers
from mou_tui.language.text import clean, normalize_line
from mou_tui.session.earlier import without_question
from mou_tui.session.model import NO_ANSWER, OPENING, Answer, Party
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.workspace import Workspace

ATTEST, AS_TO_FORM = "attest", "approved as to form"
REMOVED = "removed"
"""Why a clause of the room's own does not apply once it was removed and others behind it keep their numbers."""

_EXHIBIT = re.compile(r"\s*(?P<title>[^;]*?)\s*(?:\((?P<note>[^;()]*)\))?\s*")


class AgreementParts:
    """The parts of one agreement.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def lines(self) -> tuple[FieldSpec, ...]:
        """Return the fields for the agreement as a whole, with what is known."""
        session = self._workspace.session
        replaced = session.replaces or ReplacedAgreement()
        terms = normalize_line(session.counsel)
        return (
            FieldSpec("title", "Title of the agreement", session.title, "Interlocal Agreement on School Officers"),
            FieldSpec("replaces", "Agreement it replaces", replaced.title, "School Resource Officer Agreement"),
            FieldSpec("replaces-date", "Date of that agreement", replaced.date, "August 12, 2019", kind="date"),
            FieldSpec("exhibits", "Exhibits", write_exhibits(session.exhibits), "Cost schedule; List of schools"),
            FieldSpec("counsel", "Terms from counsel", terms, "Nothing here creates a joint venture."),
        )

    def contracting_lines(self) -> tuple[FieldSpec, ...]:
        """Return the fields for how each party contracts and signs."""
        return tuple(line for party in self._signers() for line in self._contracting(party))

    def write(self, values: Mapping[str, str]) -> bool:
        """Set the parts of the agreement by their ids; what was not asked for stays.

        Returns:
            Whether that changes anything.
        """
        session = self._workspace.session
        known = {line.id: line.value for line in (*self.lines(), *self.contracting_lines())}
        changed = {line_id: text for line_id, text in values.items() if text != known.get(line_id)}
        replaced = session.replaces or ReplacedAgreement()
        replaced = replace(
            replaced,
            title=normalize_line(changed.get("replaces", replaced.title)),
            date=normalize_line(changed.get("replaces-date", replaced.date)),
        )
        after = replace(
            session,
            title=normalize_line(changed.get("title", session.title)),
            replaces=replaced if replaced != ReplacedAgreement() else None,
            counsel=clean(changed.get("counsel", session.counsel)).text.strip(),
        )
        if "exhibits" in changed:
            after = replace(after, exhibits=tuple(self._exhibits(changed["exhibits"])))
        for party in self._signers():
            through, at_signature = f"{party.id}-through", f"{party.id}-signature"
            if through in changed or at_signature in changed:
                lines = changed.get(at_signature, known[at_signature]).casefold()
                changed_party = replace(
                    party,
                    through=normalize_line(changed.get(through, party.through)),
                    attest=ATTEST in lines,
                    approved_as_to_form="form" in lines,
                )
                after = after.with_party(changed_party)
        return self._workspace.commit("changing the parts of the agreement", after)

    def add_clause(self, topic_id: str, caption: str) -> str:
        """Add a clause of the room's own at the end of a topic; returns its id, empty where it has no caption."""
        caption = normalize_line(caption)
        if not caption:
            return ""
        clause = OwnClause(f"own-{self._workspace.new_id()}", topic_id, caption)
        session = self._workspace.session
        self._workspace.commit(f"adding “{caption}”", replace(session, clauses=(*session.clauses, clause)))
        return clause.id

    def caption_clause(self, clause_id: str, caption: str) -> bool:
        """Give a clause of the room's own another caption; without one it is removed, with its wording.

        One with others behind it in its topic stays as reserved, so that theirs keep their numbers.
        """
        session, caption = self._workspace.session, normalize_line(caption)
        if not caption:
            return self._remove_clause(clause_id)
        clauses = tuple(
            replace(clause, caption=caption) if clause.id == clause_id else clause for clause in session.clauses
        )
        return self._workspace.commit(f"renaming “{caption}”", replace(session, clauses=clauses))

    def caption(self, clause_id: str) -> str:
        """Return the caption of a clause of the room's own; empty for any other place."""
        return next((clause.caption for clause in self._workspace.session.clauses if clause.id == clause_id), "")

    def topic_here(self) -> str:
        """Id of the current topic; of the first one at the opening."""
        clause_id, checklist = self._workspace.clause_id, self._workspace.checklist
        return checklist.topics[0].id if clause_id == OPENING else checklist.topic_of(clause_id).id

    def _remove_clause(self, clause_id: str) -> bool:
        caption, session = self.caption(clause_id), self._workspace.session
        after = replace(session, earlier=without_question(session.earlier, clause_id))
        if self._precedes_others(clause_id):
            after = after.with_answer(clause_id, Answer(not_applicable=REMOVED))
        else:
            clauses = tuple(clause for clause in session.clauses if clause.id != clause_id)
            after = replace(after, clauses=clauses).with_answer(clause_id, NO_ANSWER)
        return self._workspace.commit(f"removing “{caption}”", after)

    def _precedes_others(self, clause_id: str) -> bool:
        """Tell whether a clause of the room's own is before others in its topic."""
        questions = self._workspace.checklist.topic_of(clause_id).questions
        return questions[-1].id != clause_id

    def _signers(self) -> tuple[Party, ...]:
        return signers(self._workspace.checklist, self._workspace.session)

    def _contracting(self, party: Party) -> Iterator[FieldSpec]:
        name = party_label(self._workspace.checklist, party)
        lines = ([ATTEST] if party.attest else []) + ([AS_TO_FORM] if party.approved_as_to_form else [])
        through, below = f"{name}: by and through its", f"{name}: lines below its signature"
        yield FieldSpec(f"{party.id}-through", through, party.through, "Police Department, or Board of Education")
        yield FieldSpec(f"{party.id}-signature", below, ", ".join(lines), f"{ATTEST}, {AS_TO_FORM}")

    def _exhibits(self, text: str) -> Iterator[Exhibit]:
        known = {exhibit.title: exhibit for exhibit in self._workspace.session.exhibits}
        for entry in text.split(";"):
            match = _EXHIBIT.fullmatch(normalize_line(entry))
            title, note = (match["title"], match["note"] or "") if match else (normalize_line(entry), "")
            if title:
                exhibit = known.get(title) or Exhibit(self._workspace.new_id(), title)
                yield replace(exhibit, note=note)


def write_exhibits(exhibits: tuple[Exhibit, ...]) -> str:
    """Exhibits in one line, as they are typed."""
    return "; ".join(f"{exhibit.title} ({exhibit.note})" if exhibit.note else exhibit.title for exhibit in exhibits)
