"""Word what layers of law and grants ask: each line with its short citation, and what to say where none is held."""

from __future__ import annotations

from mou_tui.checklist.layers import Layer, LayerLine
from mou_tui.checklist.model import Checklist, Question
from mou_tui.language.dates import long_date
from mou_tui.session.model import Session
from mou_tui.session.parts import is_own_clause

FEDERAL_LAW = "Federal law"
FEDERAL_GRANT = "Federal grant"
CHOOSE_STATE = "Choose your state in “Parties and facts” to see its law here."


def state_name(checklist: Checklist, state: str) -> str:
    """Return the name of a state without its article (`Ohio`); a code that the checklist does not know stays."""
    fact = checklist.fact("state")
    return fact.written_out(state).removeprefix("the ") if fact else state


def state_code(checklist: Checklist, state: str) -> str:
    """Return the postal code of a state, whichever way it was typed; words for no state that is known stay."""
    fact = checklist.fact("state")
    return fact.short_form(state.strip()) if fact else ""


def state_of(checklist: Checklist, session: Session) -> str:
    """Return the postal code of the state a session is for, or the words given for it; empty while none is chosen."""
    return state_code(checklist, session.facts.get("state", ""))


def layer_heading(layer: Layer) -> str:
    """Return whose law a line is: `Ohio law`, `Federal law`, `Federal grant`, or what the layer says instead."""
    if layer.heading:
        return layer.heading
    if layer.level == "grant":
        return FEDERAL_GRANT
    return f"{layer.title} law" if layer.state else FEDERAL_LAW


def layer_name(layer: Layer) -> str:
    """Return what to call a layer where one chooses among them: `Ohio law`, or the title of a grant."""
    return layer.title if layer.level == "grant" else layer_heading(layer) if layer.state else layer.title


def cited(line: LayerLine) -> str:
    """Return a line with its short citation, to be read aloud."""
    return _with_reference(line.text, line.section)


def dated(line: LayerLine) -> str:
    """Return a line with its citation and the day it was read."""
    return _with_reference(line.text, f"{line.section}; read {long_date(line.read)}")


def nothing_verified(name: str) -> str:
    """Return the sentence for a state of which nothing is held, by its name."""
    return f"mou-tui holds no verified law of {name}. That does not mean there is none."


def nothing_held(question: Question, checklist: Checklist, state: str) -> str:
    """Return the sentence for a question on which nothing of the chosen state is held; empty where it is not needed."""
    if not state or is_own_clause(question.id):
        return ""
    if any(layer.state == state for layer, _ in checklist.layer_lines(question.id)):
        return ""
    return (
        f"mou-tui holds no verified law of {state_name(checklist, state)} on this question. "
        "That does not mean there is none. Ask counsel."
    )


def _with_reference(text: str, reference: str) -> str:
    return f"{text.removesuffix('.')} ({reference})."
