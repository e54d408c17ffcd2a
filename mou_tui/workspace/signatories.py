"""Who signs for each party, and with what authority."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mou_tui.language.text import normalize_line
from mou_tui.session.model import Party, Session, Signatory

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext


class Signatories:
    """Edits the signatories of the agreement.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    @property
    def _session(self) -> Session:
        return self._workspace.session

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that sign, and those of the checklist that are not known yet."""
        from mou_tui.draft.draft import signers

        return signers(self._workspace.checklist, self._session)

    def signatory(self, party_id: str, index: int | None) -> Signatory:
        """Return the signatory of a party at an index, or a new one, the first with the title of the party's head."""
        party = self._session.party(party_id)
        if index is not None and index < len(party.signatories):
            return party.signatories[index]
        return Signatory(title="" if party.signatories else party.head.removeprefix("the "))

    def write(
        self, party_id: str, index: int | None, name: str, title: str = "", authority: str = "", date: str = ""
    ) -> bool:
        """Set who signs for a party; fields that the form does not show are kept.

        Args:
            party_id: the party.
            index: which of its signatories, from 0; None, or one past the last, adds a signatory.
            name: who signs. If every field is empty, the signatory is removed.
            title: the office.
            authority: what lets them sign ("vote of the school board on March 3").
            date: when they sign, or when the authority was given.

        Returns:
            Whether it changes anything.
        """
        party = self._session.party(party_id)
        signatory = replace(
            self.signatory(party_id, index),
            name=normalize_line(name),
            title=normalize_line(title),
            authority=normalize_line(authority),
            date=normalize_line(date),
        )
        people = list(party.signatories)
        position = len(people) if index is None else index
        is_known = position < len(people)
        is_someone = bool(signatory.name or signatory.authority or signatory.date or (signatory.title and is_known))
        people[position : position + 1] = [signatory] if is_someone else []
        return self._workspace.commit("who signs", self._session.with_party(replace(party, signatories=tuple(people))))
