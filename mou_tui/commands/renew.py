"""The commands that begin from an agreement in force: an amendment of it, and the review of the next term."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import CHECKLIST, FILE, NO_MOUSE, PLAIN, examples
from mou_tui.errors import Refused
from mou_tui.language.text import for_display

if TYPE_CHECKING:
    from mou_tui.workspace.next_session import Kind

OUTPUT = click.option("-o", "--output", type=FILE, metavar="NEW", help="The session to start. By default beside FILE.")


@click.command(
    epilog=examples(
        "mou-tui renew lake-city.mou.yaml",
        "mou-tui renew lake-city.mou.yaml -o lake-city-2028.mou.yaml",
    )
)
@click.argument("file", type=FILE)
@OUTPUT
@click.option("--anyway", is_flag=True, help="Begin from the words of FILE although it is not recorded as in force.")
@CHECKLIST
@PLAIN
@NO_MOUSE
def renew(file: Path, output: Path | None, anyway: bool, checklist: str, plain: bool) -> None:
    """Begin the review of the next term from an agreement in force.

    Its words are the current agreement of each question and the first wording of the answer, which counts as nothing
    until somebody looks at it. Parties and facts come along, with dates to set; positions and meetings stay behind.
    The agenda lists what was promised, what was objected to, and what is new in the law. FILE stays as it is.
    """
    _begin(file, output, "review", checklist, plain=plain, anyway=anyway)


@click.command(
    epilog=examples(
        "mou-tui amend lake-city.mou.yaml",
        "mou-tui amend lake-city.mou.yaml -o lake-city-first-amendment.mou.yaml",
        "mou-tui export lake-city-amendment.mou.yaml --document amendment --to docx",
    )
)
@click.argument("file", type=FILE)
@OUTPUT
@CHECKLIST
@PLAIN
@NO_MOUSE
def amend(file: Path, output: Path | None, checklist: str, plain: bool) -> None:
    """Begin an amendment of an agreement in force, for a change in mid-term.

    NEW holds the words in force. Change in it what is to change; “export --document amendment” writes only that, to be
    signed, and everything else stays as it is. FILE stays as it is.
    """
    _begin(file, output, "amendment", checklist, plain=plain)


def _begin(file: Path, output: Path | None, kind: Kind, checklist: str, *, plain: bool, anyway: bool = False) -> None:
    """Write the session that begins from a file, and open it where somebody can work on it."""
    from mou_tui.commands.sessions import is_on_terminal, run_front_end
    from mou_tui.workspace.next_session import amendment_of, default_path, write_session
    from mou_tui.workspace.renewed_session import NOT_IN_FORCE, renewal_of
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    repository = SessionRepository(ChecklistCatalog(checklist))
    workspace = repository.open(file, read_only=True)
    path = output or default_path(file, kind)
    try:
        if kind == "review" and not anyway and not workspace.adoption.is_recorded:
            raise Refused(f"{NOT_IN_FORCE} Say --anyway for that.")
        session = amendment_of(workspace) if kind == "amendment" else renewal_of(workspace)
    finally:
        workspace.close()
    write_session(session, path)
    click.echo(f"Wrote {for_display(path)}", err=True)
    if plain or is_on_terminal():
        run_front_end(repository, repository.open(path), plain=plain, ask_names=kind == "review")
