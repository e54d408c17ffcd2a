"""Deeds of the room that need a word from the person first: ask, then do, then say what was done.

Each returns a sentence, or None if the person thought better of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App

from mou_tui.desk import Desk
from mou_tui.draft.agreement import Agreement, called, with_reserve
from mou_tui.room import Room
from mou_tui.room.minutes import READERS
from mou_tui.session.meeting import Stand
from mou_tui.session.session import OPENING, Party
from mou_tui.tui.screens.begun import CAPTURE, Asked, Begun, Unfinished
from mou_tui.tui.screens.capture import CaptureDialog
from mou_tui.tui.screens.dialogs import ChoiceDialog, Field, FormDialog
from mou_tui.tui.screens.propose import ProposeDialog
from mou_tui.tui.widgets.stands import name_on_line

_TAKEN_DOWN = {
    "decision": "The decision is taken down.",
    "note": "The note is taken down.",
    "action": "The action is taken down. It comes back on the next agenda.",
    "check": "Taken down. It comes back on the next agenda.",
}

_WHY: dict[Stand, tuple[str, str, str]] = {
    "agrees": ("agrees", "Why, or on what condition?", "because the two meet first"),
    "can-live-with": ("can live with it", "Why, or on what condition?", "if staff are told before school starts"),
    "objects": ("objects", "Why?", "the fee falls on the district alone"),
    "must-check": ("must check first", "What?", "whether state law allows it"),
    "no-position": ("has no position", "Why?", "it is for the two parties to settle"),
}
"""What a party says, what to ask about it, and what one might answer."""


async def explain(app: App[None], desk: Desk, room: Room, party: str, begun: Begun) -> str | None:
    """Ask why a party thinks what it has said of the wording as it is now. That stands without a reason."""
    standing = next(one for one in room.positions.agreement.standings if one.party.id == party)
    if standing.stand is None or standing.position is None:
        return None
    says, question, hint = _WHY[standing.stand]
    known = standing.position.reason
    title = f"{called(desk.checklist, standing.party, begins=True)} {says}: that is recorded."
    fields = [Field("reason", question, known, hint)]
    explanation = f"A few words help the next meeting. Enter alone leaves them out. {READERS}"
    unfinished = Unfinished(begun, Asked(standing.stand, desk.place, party))
    given = await app.push_screen_wait(FormDialog(title, fields, "Done", explanation, unfinished=unfinished))
    if given is None or given["reason"].strip() == known:
        return None
    room.positions.give_reason(party, given["reason"])
    return "The reason is recorded."


async def check(app: App[None], desk: Desk, room: Room, party: str, begun: Begun) -> str | None:
    """Ask with whom a party must check first and by when, and record it."""
    fields = [
        Field("who", "With whom?", hint="the school board"),
        Field("by", "By when?", hint="the next meeting"),
        Field("reason", "What? It may be left out.", hint="whether state law allows it"),
    ]
    title = f"{called(desk.checklist, desk.session.party(party), begins=True)} must check first"
    unfinished = Unfinished(begun, Asked("check", desk.place, party))
    given = await app.push_screen_wait(FormDialog(title, fields, "Record", unfinished=unfinished))
    if given is None:
        return None
    room.positions.take(party, "must-check", given["reason"], given["who"], given["by"])
    return f"{title}."


def accepted_words(accepted: Iterable[Party], before: Agreement) -> str:
    """For whom "can live with it" was recorded, with what else it had said, and who said something that stands."""
    ids = {party.id for party in accepted}
    sentences = []
    for words, standings in (
        ("Can live with it", [one for one in before.standings if one.party.id in ids]),
        ("The objection stands", before.objections),
        ("Must still check", before.checks),
    ):
        if standings:
            names = (with_reserve(name_on_line(one), one) for one in standings)
            sentences.append(f"{words}: {', '.join(names)}.")
    return " ".join(sentences if ids else ["Everyone at the table has said what they think.", *sentences])


async def propose(app: App[None], desk: Desk, room: Room, party: str, begun: Begun) -> str | None:
    """Ask what a party wants instead, and put it beside the wording on the table."""
    standings = room.positions.agreement.standings
    if not party:
        choices = [(one.party.id, name_on_line(one)) for one in standings]
        chosen = await app.push_screen_wait(ChoiceDialog("Who wants another wording?", choices))
        if chosen is None:
            return None
        party = chosen
    answer = desk.answer
    held = answer.alternatives[party].text if party in answer.alternatives else ""
    title = f"What should {desk.name()} say, for {called(desk.checklist, desk.session.party(party))}?"
    unfinished = Unfinished(begun, Asked("propose", desk.place, party))
    text = await app.push_screen_wait(ProposeDialog(title, held or answer.text, unfinished))
    if text is None:
        return None
    if text.strip() == answer.text.strip() and text.strip():
        app.notify("That is the wording on the table already.", markup=False)
        return None
    if text.strip() == held.strip():
        return None
    room.positions.propose(party, text)
    return "It stands beside the wording now, until one is chosen." if text.strip() else "The proposal is withdrawn."


async def capture(app: App[None], desk: Desk, room: Room, place: str, begun: Begun) -> str | None:
    """Ask what to take down, on a place or on none, and do so."""
    about = ""
    if place == OPENING:
        about = "the opening"
    elif place in desk.checklist:
        about = f"{desk.checklist.number(place)} {desk.checklist.question(place).label}"
    captured = await app.push_screen_wait(CaptureDialog(about, Unfinished(begun, CAPTURE)))
    if captured is None:
        return None
    place = place if captured.here else ""
    if captured.kind == "decision" or captured.kind == "note":
        room.minutes.capture(captured.kind, captured.words, here=False, place=place)
    else:
        is_check = captured.kind == "check"
        place = place if place in desk.checklist else ""
        room.minutes.act(captured.words, captured.who, captured.due, here=False, place=place, check=is_check)
    return _TAKEN_DOWN[captured.kind]
