"""What is done in both front ends: an interview, and a meeting."""

from __future__ import annotations

from tests.plain.actions import (
    FIRST,
    SECOND,
    action,
    asked,
    begin_meeting,
    choose,
    current,
    does,
    fill,
    finish_first,
    go,
    go_through,
    in_room,
    meeting,
    moves,
    name_moment,
    names,
    press,
    propose,
    restore_first,
    take,
    take_down_check,
    take_down_note,
    tick,
    write,
)

NEXT, BACK = action("next", done=press("ctrl+n")), action("back", done=press("ctrl+b"))
OPEN = action("open", done=press("ctrl+g"))
ADOPT, UNDO = action("adopt", done=press("ctrl+o")), action("undo", done=press("f9"))
CLEAR, DEPTH = action("clear", done=does("clear")), action("depth", done=does("depth"))
TALK = (
    *(take(1), ADOPT, fill("weapons, and worse"), tick(3), tick(1), NEXT),
    *(write(FIRST), take(2, "add"), fill("the first year"), OPEN, take(3), take(1), ADOPT),
    *(write("And more.", "add"), OPEN, take(2), ADOPT, UNDO, write(SECOND, "replace")),
    *(asked("later", "ctrl+l", "the town lawyer", "June 3"), BACK, tick(2)),
    *(go("3.1"), current("Old clause.\n\n: with a colon"), asked("aside", "f8", "we have none"), BACK, take(2)),
    *(asked("aside", "f8", "after all not"), BACK, action("aside", done=press("f8")), UNDO),
    *(go("3.2"), write("Words\twith a tab, \x1b[31mred."), CLEAR, UNDO, CLEAR, write(":colon\n::two")),
    *(DEPTH, go("1.3"), take(1), DEPTH, NEXT),
    names(
        *("Lake City Police", "", "the Chief", "", "Pat Doe, Chief of Police; Lee Roe,  Mayor"),
        *("", "the District", "", "no", "", "va", "Birch High", "", "", "June 30, 2030", "all", "no"),
        changed={
            "role-agency-name": "Lake City Police",
            "role-agency-head": "the Chief",
            "role-agency-signatories": "Pat Doe, Chief of Police; Lee Roe,  Mayor",
            "role-district-short": "the District",
            "fact-state": "va",
            "fact-schools": "Birch High",
            "fact-end-date": "June 30, 2030",
        },
        signs="role-district-signs",
    ),
    *(UNDO, names(":back", "", ":end", changed={})),
    # The places of all that follows from the name change with it.
    names("Lake City Sheriff", ":end", "all", changed={"role-agency-name": "Lake City Sheriff"}),
    *(go("2.2"), asked("later", "ctrl+l")),
    *(
        action("go opening", done=lambda person: person.interview.controllers.clause.open("opening")),
        write("Ours.\n\nAll of it.", "replace"),
    ),
    *(CLEAR, UNDO),
    *(go("1.2"), write("Each School, [number] days: [sic].", "replace")),
)


MEETING = (
    begin_meeting(
        "", "Pat Doe, Chief", "yes", "", "Ana Cruz,  parent", agency="Pat Doe, Chief", others="Ana Cruz, parent"
    ),
    moves("say 1 agrees", steps=("f7", "a", "escape")),
    moves("say district objects", "the  fee", steps=("f7", "o", " the fee", "enter", "escape")),
    moves(
        "say 1 check with the lawyer by May",
        steps=("f7", "c", "c", " the lawyer", "enter", " May", "enter", "enter", "escape"),
    ),
    moves("say 1 not asked", steps=("f7", "u", "escape")),
    moves("all", steps=("f12",)),
    *(UNDO, moves("all", steps=("f12",))),
    propose("propose district", "None.", "At all.", ":end", party=2, text="None.\nAt all."),
    propose("propose 1 Some.", ":end", party=1, text="Some."),
    propose("propose 1", "withdraw", party=1, text=""),
    choose("choose b", place=1),
    *(UNDO, choose("choose", "a", place=0)),
    moves("decide So be it.", steps=("f6", " So be it.", "enter")),
    action("note whole: Fine.", done=take_down_note),
    moves("act ask", "Pat", "May 1", steps=("f6", "f6", " ask", "enter", " Pat", "enter", " May 1", "enter")),
    action("check", "the law", "", "", "no", done=take_down_check),
    in_room("done 1", does=finish_first),
    action("milestone first reading", done=name_moment),
    in_room("confirm", "yes", "stop", does=lambda workspace: workspace.positions.confirm_prepared(["duties"])),
    # On the full screen this is done by itself; line by line it is asked for.
    action("unlock", "restore 1", done=restore_first),
    in_room(
        *("blanks fill", "", ":assign", "Pat", "", "9", ":none", "", "", "", "Birch High"),
        does=go_through,
    ),
    meeting("meeting end", button="#end"),
    meeting("meeting go on", button="#go-on"),
    meeting("meeting end", button="#end"),
)


SCRIPT = (*TALK, *MEETING)
