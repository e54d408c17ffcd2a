"""Commands that start, open and watch sessions, and the choice of the front end."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import CHECKLIST, FILE, MOUSE, NO_MOUSE, PLAIN, Named, examples
from mou_tui.errors import UsageError
from mou_tui.language.text import for_display, normalize_line

if TYPE_CHECKING:
    from mou_tui.checklist.model import Checklist
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.workspace import Workspace


def home(*, plain: bool = False) -> None:
    """Show the list of sessions."""
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    run_front_end(SessionRepository(ChecklistCatalog()), plain=plain)


@click.command(
    epilog=examples('mou-tui new lake.mou.yaml --agency "Lake City Police Department" --district "Lake City USD"')
)
@click.argument("file", type=FILE, required=False)
@click.option("--agency", default="", metavar="NAME", help="Legal name of the police agency.")
@click.option("--district", default="", metavar="NAME", help="Legal name of the school district.")
@click.option("--state", default="", metavar="STATE", help="The state, for example VA.")
@click.option(
    "--layer",
    "layers",
    multiple=True,
    metavar="LAYER",
    help="A grant, or another layer, that applies besides the law of the state; “mou-tui layer list” names all.",
)
@click.option(
    "--depth", type=click.Choice(["essential", "full"]), default="essential", show_default=True, help="What to ask."
)
@click.option(
    "--checklist",
    default="sro",
    metavar="ID_OR_FILE",
    type=Named("checklist"),
    show_default=True,
    help="The checklist to answer.",
)
@PLAIN
@NO_MOUSE
def new(
    file: Path | None,
    agency: str,
    district: str,
    state: str,
    layers: tuple[str, ...],
    depth: str,
    checklist: str,
    plain: bool,
) -> None:
    """Start a session. FILE is written at once and must not exist; without it, a name is made from the parties."""
    from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name, spell_out_facts
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    repository = SessionRepository(ChecklistCatalog(checklist))
    legal_names = {"agency": agency, "district": district}
    parties = tuple(party_from_legal_name(role, legal_names.get(role.id, "")) for role in repository.checklist.parties)
    facts = spell_out_facts(repository.checklist, {"state": normalize_line(state)})
    names = PartiesAndFacts(parties, facts, _layer_ids(repository.checklist, facts.get("state", ""), layers))
    workspace = repository.start(names, path=file, depth="full" if depth == "full" else "essential")
    run_front_end(repository, workspace, plain=plain, ask_names=not all(party.name for party in parties))


def _layer_ids(checklist: Checklist, state: str, named: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the layers of a new session: that of its state, and those that are named.

    Raises:
        UsageError: one is not offered there; the message names those that are.
    """
    from mou_tui.draft.chosen_layers import offered_layers
    from mou_tui.draft.law_lines import state_code

    if not (state or named):
        return None
    offered = offered_layers(checklist, state_code(checklist, state))
    ids = [layer.id for layer in offered]
    if unknown := next((layer_id for layer_id in named if layer_id not in ids), ""):
        place = f" in {state}" if state else "; name the state too, with --state, to go by its law"
        raise UsageError(f"“{for_display(unknown)}” is no layer that may be chosen{place}. There is: {', '.join(ids)}.")
    own = (layer.id for layer in offered if layer.state)
    return tuple(dict.fromkeys((*own, *named)))


@click.command("open", epilog=examples("mou-tui open lake-city.mou.yaml"))
@click.argument("file", type=FILE)
@click.option("--read-only", is_flag=True, help="Show it without changing anything.")
@CHECKLIST
@PLAIN
@NO_MOUSE
def open_(file: Path, read_only: bool, checklist: str, plain: bool) -> None:
    """Go on with a session at the question where you left it."""
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    repository = SessionRepository(ChecklistCatalog(checklist))
    run_front_end(repository, repository.open(file, read_only=read_only), plain=plain)


@click.command()
@PLAIN
@NO_MOUSE
def demo(plain: bool) -> None:
    """Look at a half-finished sample with invented places, in a scratch copy that is removed when you leave."""
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    repository = SessionRepository(ChecklistCatalog())
    run_front_end(repository, repository.sample(), plain=plain)


@click.command(epilog=examples("mou-tui watch lake-city.mou.yaml"))
@click.argument("file", type=FILE)
@CHECKLIST
@NO_MOUSE
def watch(file: Path, checklist: str) -> None:
    """Show the room the clause on the table of a session that is open in another window, and follow it.

    Nothing is written, and the session stays free to be worked on.
    """
    from mou_tui.tui.watch.follower import SessionFollower
    from mou_tui.workspace.session_reader import ChecklistCatalog

    watching = SessionFollower(file, ChecklistCatalog(checklist))
    if os.environ.get("TERM") == "dumb" or not is_on_terminal():
        raise UsageError("This needs a terminal that can be drawn on. Use one of: status, export, checklist.")
    from mou_tui.tui.watch.app import run

    code, message = run(watching, mouse=_takes_mouse())
    if message:
        click.echo(message, err=True)
    sys.exit(code)


def run_front_end(
    repository: SessionRepository,
    workspace: Workspace | None = None,
    *,
    plain: bool = False,
    ask_names: bool = False,
    opens_earlier: bool = False,
) -> None:
    """Run a front end: full screen, or line by line where that is asked for or all the terminal can do."""
    if not plain and os.environ.get("TERM") == "dumb":
        click.echo("This terminal shows one line after another, so mou-tui works line by line.", err=True)
        plain = True
    if plain:
        from mou_tui.plain.interview import run_plain

        gc.enable()
        sys.exit(run_plain(repository, workspace, ask_names=ask_names, opens_earlier=opens_earlier))
    if not is_on_terminal():
        raise UsageError("This needs a terminal. Use --plain, or one of: status, export, checklist.")
    from mou_tui.tui.app import run

    code, message = run(repository, workspace, ask_names=ask_names, opens_earlier=opens_earlier, mouse=_takes_mouse())
    if message:
        click.echo(message, err=True)
    sys.exit(code)


def is_on_terminal() -> bool:
    """Return whether somebody can see and answer."""
    # The full screen is drawn on stderr, so that stdout may go elsewhere.
    return sys.stdin.isatty() and sys.stderr.isatty()


def _takes_mouse() -> bool:
    return bool(click.get_current_context().meta.get(MOUSE, True))
