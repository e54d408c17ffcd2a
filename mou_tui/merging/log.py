"""What a merge notes while it goes: texts that have only one place, and values that gave way."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.language.text import for_display, short_hash
from mou_tui.merging.three_way import canonical, distinct, three_way
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action, Proposal
from mou_tui.session.model import OPENING, Session

_SHOWN = 120
"""Characters of a text that is quoted in the name of an action."""


class MergeLog:
    """Collects what becomes history and actions of the merged session.

    Args:
        base: what both sides began with.
        ours: one side.
        theirs: the other.
        at: local time of the merge.

    Attributes:
        at: The same.
        entries: To be added to the history.
        contested: The places outside the clauses at which both texts are kept and the room is asked.
    """

    def __init__(self, base: Session, ours: Session, theirs: Session, at: str) -> None:
        self.at = at
        self.entries: list[Entry] = []
        self.contested: dict[str, None] = {}
        self._actions: dict[str, Action] = {}
        self._pending = set(_pending(base, ours, theirs))

    @property
    def actions(self) -> tuple[Action, ...]:
        """What the room is asked to settle."""
        return tuple(self._actions[action_id] for action_id in sorted(self._actions))

    def add(self, entry: Entry) -> None:
        """Note what happened."""
        self.entries.append(entry)

    def give_way(self, place: str, value: object) -> None:
        """Keep a value that is nowhere in the merged session, in its history."""
        if value:
            text = value if isinstance(value, str) else canonical(value)
            self.add(Entry("", "note", text=f"The other copy had, for {place_name(place)}: {text}"))

    def settle(self, place: str, base: str, ours: str, theirs: str, *, held: bool = False) -> str:
        """Return the text of a place that holds only one; where both changed it, the one they began with.

        Then an action for each of the others asks the room to settle it.

        Args:
            place: such as `facts.start-date`.
            base: the text both began with.
            ours: that of one side.
            theirs: that of the other.
            held: whether no side may change it alone.
        """
        changed = distinct(text for text in (ours, theirs) if text.strip() != base.strip())
        is_pending = place in self._pending
        if not is_pending and not (held and changed) and len(changed) <= 1:
            return three_way(base, ours, theirs, max)
        for text in changed:
            self._propose(place, text)
        # Where nobody knows what both began with, an empty place would say what neither wrote.
        return base if base.strip() or held else max(changed, default=base)

    def _propose(self, place: str, text: str) -> None:
        quoted = f"“{for_display(text, _SHOWN)}”" if text.strip() else "nothing"
        task = f"Settle {place_name(place)}: two copies differ, and one says {quoted}."
        question = place.split(".")[1] if place.startswith("answers.") else ""
        action_id = _action_id(place, text)
        self.contested[place] = None
        self._actions[action_id] = Action(
            action_id, task, "check", question=question, at=self.at, proposes=Proposal(place, text)
        )


def _action_id(place: str, text: str) -> str:
    return short_hash(f"{place}\n{text}")[:8]


def place_name(place: str) -> str:
    """Return what to call a place of a session ("the name of district")."""
    kind, *rest = place.split(".")
    if kind == "facts":
        return f"the fact “{'.'.join(rest)}”"
    if kind == "requirements":
        return f"the sentence beside “{'.'.join(rest)}”"
    if kind == "answers" and rest[-1:] == ["current"]:
        return "what the agreement in force says"
    if kind == "answers" and rest[-1:] == ["not-applicable"]:
        return "whether it applies"
    if kind in ("parties", "answers", "clauses", "exhibits") and len(rest) > 1:
        return f"“{rest[-1]}” of “{'.'.join(rest[:-1])}”"
    return f"the {kind}" if place in (OPENING, "title") else f"“{place}”"


def _pending(base: Session, ours: Session, theirs: Session) -> Iterator[str]:
    """Return the places that one side already holds as contested, and that nobody has settled."""
    known = {action.id for action in base.actions}
    done = {action.id for side in (ours, theirs) for action in side.actions if action.done}
    for side in (ours, theirs):
        for action in side.actions:
            if action.proposes and action.id not in known and action.id not in done:
                yield action.proposes.place
