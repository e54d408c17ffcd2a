"""Words that would end the program, press its keys or command the terminal if anything obeyed them."""

from __future__ import annotations

import re
from dataclasses import replace

from mou_tui.language.text import clean, clean_line, short_hash
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position
from mou_tui.session.model import Answer, Deferral, ExampleOrigin, Party, Session, Signatory
from mou_tui.workspace.workspace import Workspace

MARKUP = "[/ [x] done [@click=app.quit]x[/] [red]"
"""What a widget would take for markup."""

OBEYED = "".join(
    (
        "\x1b[2J",
        "\x1b]0;PWNED\x07",
        "\x1b]52;c;UFdORUQ=\x07",
        "\x1b]8;;http://pwned.example\x1b\\link\x1b]8;;\x1b\\",
        "\x00\x7f",
        "\x9b31m\x9d0;PWNED\x9c",
        "\u202ePWNED\u2066",
    )
)
"""What a terminal would obey."""

HARMLESS = "漢字 👩‍👩‍👧 é"
"""What is merely unusual, and stays as it is."""

LINE = f"{MARKUP} {OBEYED} {HARMLESS}"
LONG = "long " * 2000
TEXT = f"{LINE}\n\n{LONG}{LINE}\n\n- [ ] {LINE}\n\t[to\tbe filled]\ttab\n\n```\n{LINE}"

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

NAME = "[red][x] done[@click=app.quit]x\x1b]0;PWNED\x07\x9b31m\u202e漢"
"""A file name, which may hold anything but a slash and a null."""


def hostile_session(workspace: Workspace) -> Session:
    """A session with hostile text wherever there is text."""
    text, line = clean(TEXT).text, clean_line(LINE).text
    checklist = workspace.checklist
    answer = Answer(
        text,
        current=text,
        later=Deferral(line, line),
        alternatives={"district": Alternative(text)},
        positions={"agency": Position("objects", short_hash(text), line, line, line)},
    )
    answers = {question.id: answer for question in checklist.questions("essential")}
    answers["scope"] = replace(answer, not_applicable=line)
    answers["duties"] = Answer(text, taken=ExampleOrigin("none", short_hash(text)))
    signatories = (Signatory(line, line, line, line),)
    ids = (*(role.id for role in checklist.parties), line)
    parties = tuple(Party(party_id, "", line, line, line, signatories=signatories) for party_id in ids)
    facts = {fact.id: line for fact in checklist.facts}
    people = (Person("one", line, line, line), Person("other", line, line))
    meeting = Meeting("met", "2026-11-02 18:00", "2026-11-02 19:30", ids, ("one", "other"))
    actions = (Action("doing", line, "do", line, line, "purpose"), Action("checking", line, "check", line, line))
    entries = (
        Entry("2026-11-02 18:00", "wording", "purpose", text=f"Earlier. {text}", meeting="met"),
        Entry("2026-11-02 18:10", "wording", line, text=text, meeting="met"),
        Entry("2026-11-02 18:20", "milestone", text=line, meeting="met"),
        Entry("2026-11-02 18:30", "wording", "purpose", text=text, meeting="met"),
    )
    return replace(
        workspace.session,
        parties=parties,
        facts=facts,
        opening=text,
        answers=answers,
        people=people,
        meetings=(meeting,),
        actions=actions,
        history=History(added=entries),
    )
