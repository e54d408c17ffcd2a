"""Setting names, after asking at each place where an old name is whether it changes there."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.draft.renaming import RenameHit
from mou_tui.language.text import join_and
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.form import BACK
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.question_speech import place_of
from mou_tui.plain.vocabulary import CANCEL
from mou_tui.workspace.parties import PartiesAndFacts, fills_sentence, left_alone, rename_hits_for
from mou_tui.workspace.workspace import Workspace

Change = tuple[RenameHit, str]


def set_names(
    console: Console,
    workspace: Workspace,
    names: PartiesAndFacts,
    resume_interrupt: Callable[[], None],
    describe: Callable[[], str],
) -> bool:
    """Set names as one step, after saying which clauses change and asking at each place whether it changes there.

    Args:
        console: where to ask.
        workspace: the open session.
        names: the names as they are from now on.
        resume_interrupt: raises what ended the asking for the names early, if anything did.
        describe: returns what to say once they are set.

    Returns:
        Whether that is done; if not, the person wants to go back to the form.

    Raises:
        CommandInterrupt: Another command was given; the names are set, with the places chosen until then.
        InputClosed: The person left; the same holds.
    """
    changes = sorted(
        rename_hits_for(workspace.session, names), key=lambda change: workspace.navigation.order(change[0].clause_id)
    )
    chosen: list[Change] = []
    interrupt: CommandInterrupt | InputClosed | None = None
    try:
        resume_interrupt()
        _confirm(console, workspace, names, changes, chosen)
    except (CommandInterrupt, InputClosed) as early:
        interrupt = early
    if isinstance(interrupt, CommandInterrupt) and interrupt.line in (CANCEL, BACK):
        if interrupt.line == CANCEL:
            console.say("Left as it was.")
        return interrupt.line == CANCEL
    workspace.parties.update(names.parties, names.facts, chosen, names.layers)
    console.say(describe())
    if left := left_alone(workspace.checklist, changes, chosen):
        console.say(left)
    if interrupt:
        raise interrupt
    return True


def _confirm(
    console: Console, workspace: Workspace, names: PartiesAndFacts, changes: list[Change], chosen: list[Change]
) -> None:
    """Say which clauses change, and of those which are agreed, and ask at each place whether the name changes there.

    `none` answers for all the rest, `all` for the rest of those that are surely the name.
    """
    if changes:
        places = dict.fromkeys(place_of(workspace, hit.clause_id) for hit, _ in changes)
        console.say(f"This changes what is written in {join_and(list(places))}. Say back to go back to the names.")
    filled = fills_sentence(workspace.checklist, workspace.parties.fills_by(names.parties, names.facts))
    if filled and changes:
        console.say(filled.replace("→", "becomes"))
    reach = workspace.parties.asked_again_by(
        names.parties, names.facts, [change for change in changes if change[0].likely]
    )
    if sentence := asked_again_sentence(workspace.checklist, reach):
        console.say(sentence)
        if not changes:
            console.say(filled.replace("→", "becomes"))
            answer = console.choose("Say go on, back or cancel:", "go on", "back", "cancel")
            if answer != "go on":
                raise CommandInterrupt(answer)
    is_all = False
    for hit, name in changes:
        answer = "yes"
        if not (is_all and hit.likely):
            console.say(
                f"In {place_of(workspace, hit.clause_id)}: {' '.join((hit.before + hit.name + hit.after).split())}"
            )
            if not hit.likely:
                console.say("This may be part of another name.")
            prompt = f"Change “{hit.name}” to “{name}” there? Say yes, no, all, none or back:"
            answer = console.choose(prompt, "yes", "no", "all", "none", BACK)
        if answer == BACK:
            raise CommandInterrupt(BACK)
        if answer == "none":
            return
        is_all = is_all or answer == "all"
        if answer != "no":
            chosen.append((hit, name))
