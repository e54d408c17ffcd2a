"""Setting names: every place where an old one stands is read out before it changes."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.desk import Desk
from mou_tui.draft.blanks import Hit
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.names import Names, changes, left_alone
from mou_tui.plain.console import Console, Said
from mou_tui.plain.lines import Left
from mou_tui.plain.telling import place_of
from mou_tui.plain.words import CANCEL

Change = tuple[Hit, str]


def set_names(console: Console, desk: Desk, names: Names, go_on: Callable[[], None], told: Callable[[], str]) -> None:
    """Set names as one step, after asking at each place whether it changes there.

    Args:
        console: where to ask.
        desk: the session on the table.
        names: the names as they are from now on.
        go_on: obeys whatever ended the asking for them early.
        told: what to say once they are set.

    Raises:
        Said, Left: as of `Console.ask`; the names are set, with the places that were agreed until then.
    """
    found = sorted(changes(desk.session, names), key=lambda change: desk.order(change[0].place))
    chosen: list[Change] = []
    ended: Said | Left | None = None
    try:
        go_on()
        _confirm(console, desk, names, found, chosen)
    except (Said, Left) as early:
        ended = early
    if isinstance(ended, Said) and ended.line == CANCEL:
        console.say("Left as it was.")
        return
    desk.set_names(names.parties, names.facts, chosen)
    console.say(told())
    if left := left_alone(desk.checklist, found, chosen):
        console.say(left)
    if ended:
        raise ended


def _confirm(console: Console, desk: Desk, names: Names, found: list[Change], chosen: list[Change]) -> None:
    """Say which agreed clauses are reached, and ask at each place whether the name changes there.

    `none` answers for all the rest, `all` for the rest of those that are surely the name.
    """
    reach = desk.reached_by_names(names.parties, names.facts, [change for change in found if change[0].likely])
    if sentence := asked_again_sentence(desk.checklist, reach):
        console.say(sentence)
        if not found and console.choose("Say go on, or cancel:", "go on", "cancel") == "cancel":
            raise Said(CANCEL)
    is_all = False
    for hit, name in found:
        answer = "yes"
        if not (is_all and hit.likely):
            console.say(f"In {place_of(desk, hit.place)}: {' '.join((hit.before + hit.found + hit.after).split())}")
            if not hit.likely:
                console.say("This may be part of another name.")
            prompt = f"Change “{hit.found}” to “{name}” there? Say yes, no, all or none:"
            answer = console.choose(prompt, "yes", "no", "all", "none")
        if answer == "none":
            return
        is_all = is_all or answer == "all"
        if answer != "no":
            chosen.append((hit, name))
