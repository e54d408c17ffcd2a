"""Setting names, after asking at each place where an old name is whether it changes there."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.draft.renaming import RenameHit
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.question_speech import place_of
from mou_tui.plain.vocabulary import CANCEL
from mou_tui.workspace.parties import PartiesAndFacts, left_alone, rename_hits_for
from mou_tui.workspace.workspace import Workspace

Change = tuple[RenameHit, str]


def set_names(
    console: Console,
    workspace: Workspace,
    names: PartiesAndFacts,
    resume_interrupt: Callable[[], None],
    describe: Callable[[], str],
) -> None:
    """Set names as one step, after asking at each place whether it changes there.

    Args:
        console: where to ask.
        workspace: the open session.
        names: the names as they are from now on.
        resume_interrupt: raises what ended the asking for the names early, if anything did.
        describe: returns what to say once they are set.

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
    if isinstance(interrupt, CommandInterrupt) and interrupt.line == CANCEL:
        console.say("Left as it was.")
        return
    workspace.parties.update(names.parties, names.facts, chosen)
    console.say(describe())
    if left := left_alone(workspace.checklist, changes, chosen):
        console.say(left)
    if interrupt:
        raise interrupt


def _confirm(
    console: Console, workspace: Workspace, names: PartiesAndFacts, changes: list[Change], chosen: list[Change]
) -> None:
    """Say which agreed clauses are reached, and ask at each place whether the name changes there.

    `none` answers for all the rest, `all` for the rest of those that are surely the name.
    """
    reach = workspace.parties.asked_again_by(
        names.parties, names.facts, [change for change in changes if change[0].likely]
    )
    if sentence := asked_again_sentence(workspace.checklist, reach):
        console.say(sentence)
        if not changes and console.choose("Say go on, or cancel:", "go on", "cancel") == "cancel":
            raise CommandInterrupt(CANCEL)
    is_all = False
    for hit, name in changes:
        answer = "yes"
        if not (is_all and hit.likely):
            console.say(
                f"In {place_of(workspace, hit.clause_id)}: {' '.join((hit.before + hit.name + hit.after).split())}"
            )
            if not hit.likely:
                console.say("This may be part of another name.")
            prompt = f"Change “{hit.name}” to “{name}” there? Say yes, no, all or none:"
            answer = console.choose(prompt, "yes", "no", "all", "none")
        if answer == "none":
            return
        is_all = is_all or answer == "all"
        if answer != "no":
            chosen.append((hit, name))
