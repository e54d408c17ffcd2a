"""Say which layers of law and grants a session goes by: on the page of requirements, and at each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_tui.checklist.layer_files import LayerFiles
from mou_tui.checklist.layers import Layer, LayerLine
from mou_tui.checklist.model import Checklist
from mou_tui.draft.law_lines import layer_heading, state_of
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import join_and
from mou_tui.session.model import Session


class LayerChoice(NamedTuple):
    """Hold what decides which layers apply."""

    state: str = ""
    """The postal code of the state the agreement is for; empty while none is chosen."""
    chosen: frozenset[str] = frozenset()
    """Ids of the layers that were chosen; without any, the law of the state applies."""

    def applies(self, layer: Layer) -> bool:
        """Return whether a layer applies: its requirements are listed."""
        if layer.state:
            return layer.state == self.state and (not self.chosen or layer.id in self.chosen)
        return layer.id in self.chosen

    def shows(self, layer: Layer) -> bool:
        """Return whether what a layer says of a question is shown there.

        What holds everywhere and asks for nothing is shown always, and a grant until something was chosen.
        """
        return self.applies(layer) or not (layer.state or (self.chosen and is_optional(layer)))


def is_optional(layer: Layer) -> bool:
    """Return whether somebody may choose that a layer applies: it asks for something."""
    return any(line.asks != "context" for line in layer.lines)


def choice_of(checklist: Checklist, session: Session) -> LayerChoice:
    """Return what a session chose; it reads only the layers that the session names."""
    state, named = state_of(checklist, session), frozenset(reference.id for reference in session.layers)
    if any(layer.state not in ("", state) for layer in named_layers(checklist, named).values()):
        # The state was changed since, and its own law was never chosen against.
        named |= {layer.id for layer in checklist.layers if layer.state == state}
    return LayerChoice(state, named)


def applicable_lines(checklist: Checklist, question_id: str, choice: LayerChoice) -> Iterator[tuple[Layer, LayerLine]]:
    """Yield what the layers that are shown say of a question, the state first."""
    pairs = [pair for pair in checklist.layer_lines(question_id) if choice.shows(pair[0])]
    yield from sorted(pairs, key=lambda pair: not pair[0].state)


def asked_points(checklist: Checklist, question_id: str, choice: LayerChoice) -> Mapping[str, str]:
    """Return the points of a question that the layers that apply ask for, by id, each with who asks for it."""
    asking: dict[str, dict[str, None]] = {}
    for layer, line in checklist.layer_lines(question_id):
        if line.asks != "context" and choice.applies(layer):
            for point in line.points:
                of_question, _, point_id = point.partition("/")
                if of_question == question_id:
                    asking.setdefault(point_id, {})[layer_heading(layer)] = None
    return {point_id: join_and(list(headings)) for point_id, headings in asking.items()}


def chosen_layers(checklist: Checklist, session: Session) -> tuple[Layer, ...]:
    """Return the layers that apply, that of the state first: those the session names, or else that of its state."""
    return _state_first(filter(choice_of(checklist, session).applies, checklist.layers))


def offered_layers(checklist: Checklist, state: str) -> tuple[Layer, ...]:
    """Return the layers that may be chosen: that of a state, by its postal code, and what holds in every state."""
    return _state_first(layer for layer in checklist.layers if layer.state in ("", state) and is_optional(layer))


def named_layers(checklist: Checklist, ids: Iterable[str]) -> dict[str, Layer]:
    """Return the layers with these ids, by id; of the program's own, no other is read."""
    layers = checklist.layers
    named: dict[str, Layer] = {}
    for layer_id in ids:
        candidates = layers.mentioning(f"id: {layer_id}") if isinstance(layers, LayerFiles) else layers
        named |= {layer.id: layer for layer in candidates if layer.id == layer_id}
    return named


def _state_first(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    return tuple(sorted(layers, key=lambda layer: not layer.state))
