"""The message, in place of the keys, to a key that would change an agreed text, or a session that is read-only."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.content import Content

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_in_sentence, party_label
from mou_tui.language.text import capitalize_first, join_and
from mou_tui.session.model import Party
from mou_tui.tui.actions.keymap import way_to

ROWS = 2
"""Rows that a message takes at most in place of the keys; no word of it is cut."""


def lock_line(checklist: Checklist, parties: Sequence[Party], width: int, *, propose: str, unlock: str) -> Content:
    """Return a line that says that a text is agreed, what can be done, and who is asked again then.

    Args:
        checklist: has the labels of parties without a name.
        parties: whose positions lock the clause.
        width: cells of a row; the fullest message that fits into so few rows is returned.
        propose: the keys that propose another wording.
        unlock: the key that unlocks the clause, after the first of those.
    """

    def line(agreed: str, proposed: str, changing: str) -> Content:
        proposing = Content.assemble((propose, "bold"), f" ({proposed})").stylize("@click=screen.propose()")
        unlocking = Content.assemble((unlock, "bold"), f" ({changing})").stylize("@click=screen.unlock()")
        return Content(" ").join([Content(agreed).stylize("bold"), proposing, Content("or"), unlocking])

    whole = capitalize_first(join_and([party_in_sentence(checklist, party) for party in parties]))
    names = join_and([party_label(checklist, party) for party in parties])
    asked = {1: "it is", 2: "both are"}.get(len(parties), "all are")
    lines = [
        line(
            f"{whole} agreed to these words. To change them:", "new words beside these", f"these; {asked} asked again"
        ),
        line(f"{names} agreed. To change the words:", "new ones beside", f"these; {asked} asked again"),
        line("Agreed. To change it:", "new words", f"these; {asked} asked again"),
    ]
    return next((fitting for fitting in lines if len(fitting.wrap(width)) <= ROWS), lines[-1])


def copy_to_work_on(app: App[None]) -> str:
    """Return how to go on with a session that is read-only."""
    return f"{way_to(app, 'save_elsewhere')} makes a copy to edit."
