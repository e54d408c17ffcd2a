"""Point from what the law asks to a sentence of the agreement, and choose which laws and grants apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist
from mou_tui.draft.chosen_layers import LayerChoice, choice_of, named_layers, offered_layers
from mou_tui.draft.law_lines import state_of
from mou_tui.session.model import Session
from mou_tui.session.requirements import LayerRef, PointedSentence

if TYPE_CHECKING:
    from mou_tui.reports.requirements import OwnSentence, RequirementRow
    from mou_tui.workspace.context import WorkspaceContext


NOTHING_NEW = "Nothing is new since you last looked."


class Requirements:
    """Keeps what the room pointed to; nothing is ever pointed to by itself.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    @property
    def choice(self) -> LayerChoice:
        """Which laws and grants apply."""
        return choice_of(self._workspace.checklist, self._workspace.session)

    @property
    def news(self) -> str:
        """On one line, what is new in the laws and grants since the room last looked; empty where nothing is."""
        if not self._workspace.session.layers:
            return ""
        from mou_tui.reports.layer_updates import news_sentence

        return news_sentence(self._workspace.checklist, self._workspace.session)

    @property
    def news_lines(self) -> tuple[str, ...]:
        """What is new, change by change."""
        from mou_tui.reports.layer_updates import news_lines

        return tuple(news_lines(self._workspace.checklist, self._workspace.session))

    def remember_versions(self) -> None:
        """Note that the room has seen what is new. That is no step to undo; a read-only session stays as it is."""
        from mou_tui.reports.layer_updates import with_versions_seen

        store = self._workspace.store
        after = with_versions_seen(self._workspace.checklist, self._workspace.session)
        # Of an agreement in force it is news until the next review.
        if not store.read_only and self._workspace.session.in_force is None and after != self._workspace.session:
            store.record(after)
            store.save()

    @property
    def rows(self) -> tuple[RequirementRow, ...]:
        """What is asked, in the order of the page."""
        # Imported only now: most starts never ask for it.
        from mou_tui.reports.requirements import requirement_page

        return requirement_page(self._workspace.checklist, self._workspace.session).rows

    def offered(self, row: RequirementRow) -> tuple[OwnSentence, ...]:
        """Return the sentences that the room may point to for a requirement."""
        from mou_tui.reports.requirements import offered_sentences

        return offered_sentences(self._workspace.checklist, self._workspace.session, row.line)

    def point(self, row: RequirementRow, sentence: OwnSentence | None) -> bool:
        """Point to a sentence for a requirement, or to none; return whether that changes anything."""
        key, session = (row.layer.id, row.line.id), self._workspace.session
        before = next((item for item in session.requirements if (item.layer, item.line) == key), None)
        remaining = tuple(item for item in session.requirements if item is not before)
        if sentence is None:
            after = remaining
        else:
            base = before or PointedSentence(*key, "", "")
            after = (*remaining, replace(base, question=sentence.question, text=sentence.text))
            if before and (before.question, before.text) == (sentence.question, sentence.text):
                return False
        return self._workspace.commit(f"what {row.numbers} was pointed to", replace(session, requirements=after))

    def choose(self, layer_ids: Sequence[str]) -> bool:
        """Set which of the offered layers apply; return whether that changes anything."""
        after = with_layers(self._workspace.checklist, self._workspace.session, layer_ids)
        return self._workspace.commit("the choice of laws and grants", after)


def with_layers(checklist: Checklist, session: Session, layer_ids: Iterable[str]) -> Session:
    """Return a session that goes by some of the layers offered to it.

    One that it went by keeps the version that the room saw; one that nobody knows here is kept.
    """
    seen = {reference.id: reference for reference in session.layers}
    offered = {layer.id: layer for layer in offered_layers(checklist, state_of(checklist, session))}
    chosen = (
        seen.get(layer_id, LayerRef(layer_id, offered[layer_id].version))
        for layer_id in layer_ids
        if layer_id in offered
    )
    unknown = seen.keys() - named_layers(checklist, seen)
    kept = (reference for reference in session.layers if reference.id in unknown)
    return replace(session, layers=(*chosen, *kept))
