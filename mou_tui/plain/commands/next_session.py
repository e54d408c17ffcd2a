"""Beginning from an agreement in force: an amendment, and the review of the next term."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.plain.console import full_path
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.session.model import Session
from mou_tui.workspace.next_session import Kind, amendment_of, default_path, write_session


@command("amend")
def amend(context: PlainContext, _: str) -> None:
    """Begin an amendment of the agreement in force."""
    _write(context, amendment_of(context.workspace), "amendment")


@command("renew")
def renew(context: PlainContext, _: str) -> None:
    """Begin the review of the next term from the agreement in force."""
    from mou_tui.workspace.renewed_session import NOT_IN_FORCE, renewal_of

    workspace = context.workspace
    if not workspace.adoption.is_recorded:
        context.say(NOT_IN_FORCE)
        prompt = "Say anyway to begin from its words as they are, or leave:"
        if context.console.choose(prompt, "anyway", "leave") == "leave":
            return
    _write(context, renewal_of(workspace), "review")


def _write(context: PlainContext, session: Session, kind: Kind) -> None:
    """Ask where a session is to be written, and write it."""
    default = default_path(context.workspace.sample.export_path(), kind)
    hint = f"Enter alone takes {full_path(Path(default.name))}, beside this one:"
    typed = context.console.ask(f"Write the {kind} to which file? {hint}")
    path = paths.typed(typed) if typed else default
    try:
        write_session(session, path)
    except MouError as error:
        context.say(error.message)
        return
    context.say(f"Wrote {full_path(path)}. To go on there, say quit, and open it.")
