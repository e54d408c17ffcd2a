"""Say which layers of law and grants a session goes by."""

from __future__ import annotations

from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist
from mou_tui.draft.law_lines import state_of
from mou_tui.session.model import Session


def chosen_layers(checklist: Checklist, session: Session) -> tuple[Layer, ...]:
    """Return the layers that apply, that of the state first: those the session names, or else that of its state."""
    state, named = state_of(checklist, session), {reference.id for reference in session.layers}
    # Where it names the law of another state, the state was changed since, and its own law was never chosen against.
    is_of_another = any(layer.id in named and layer.state not in ("", state) for layer in checklist.layers)

    def applies(layer: Layer) -> bool:
        if layer.state:
            return layer.state == state and (not named or is_of_another or layer.id in named)
        return layer.id in named

    return tuple(sorted(filter(applies, checklist.layers), key=lambda layer: not layer.state))


def offered_layers(checklist: Checklist, session: Session) -> tuple[Layer, ...]:
    """Return the layers that may be chosen: that of the state, and those of no state."""
    state = state_of(checklist, session)
    offered = [layer for layer in checklist.layers if layer.state in ("", state)]
    return tuple(sorted(offered, key=lambda layer: not layer.state))
