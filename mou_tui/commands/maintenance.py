"""Commands for the copies this computer keeps, and for checking the computer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import FILE, examples
from mou_tui.errors import CannotOpen, MouError, UsageError
from mou_tui.language.text import for_display

if TYPE_CHECKING:
    from mou_tui.persistence.backups import Backup


@click.command(epilog=examples("mou-tui restore lake-city.mou.yaml", "mou-tui restore lake-city.mou.yaml --number 12"))
@click.argument("file", type=FILE)
@click.option("--number", type=int, help="The backup to bring back, as the list numbers it.")
def restore(file: Path, number: int | None) -> None:
    """List the backups of a session and bring one back. What FILE holds now becomes the newest backup."""
    from mou_tui.persistence.maintenance import backups
    from mou_tui.persistence.maintenance import restore as bring_back

    choices = backups(file)
    if not choices:
        raise CannotOpen(f"This computer has no backup of {for_display(file)}.")
    if number is None:
        number = _ask_which(choices)
        if number is None:
            return
    chosen = next((backup for backup in choices if backup.number == number), None)
    if chosen is None:
        raise UsageError(f"There is no backup {number}. Run restore without --number to see them.")
    bring_back(file, chosen)
    click.echo(
        f"{for_display(file)} is as it was at {chosen.at:%H:%M on %Y-%m-%d}. Run restore again to undo that.", err=True
    )


def _ask_which(choices: Sequence[Backup]) -> int | None:
    """Let the person choose a backup, and return its number; on no terminal, only list them and return None."""
    from mou_tui.persistence.maintenance import is_readable

    labels = [f"{backup.number:>6}  {backup.at:%Y-%m-%d %H:%M}" for backup in choices]
    labels = [
        label if is_readable(backup) else f"{label}  cannot be read"
        for backup, label in zip(choices, labels, strict=True)
    ]
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo("\n".join(labels))
        return None
    from mou_tui.plain.console import CommandInterrupt, Console
    from mou_tui.plain.line_input import InputClosed

    try:
        index = Console(sys.stdin, sys.stdout).pick("Which backup comes back?", [label.strip() for label in labels])
    except (CommandInterrupt, InputClosed):
        return None
    return choices[index].number


@click.command(epilog=examples("mou-tui purge lake-city.mou.yaml"))
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(file: Path, yes: bool) -> None:
    """Remove the recovery copy and the backups this computer keeps of a session. FILE itself stays."""
    from mou_tui.persistence.maintenance import purge as forget
    from mou_tui.session.redaction import ASK_COUNSEL

    if not yes:
        click.echo(ASK_COUNSEL, err=True)
        click.echo(
            "A public body may have to keep drafts and notes of a meeting for a set time. "
            "Ask your records officer before you remove the only copy of earlier wording.",
            err=True,
        )
        try:
            click.confirm(f"Remove this computer’s copies of {for_display(file)}?", abort=True, err=True)
        except click.Abort:
            raise MouError("Nothing was removed. Where nobody can answer, --yes does not ask.") from None
    count = forget(file)
    click.echo(f"Removed {count} {'copy' if count == 1 else 'copies'}.", err=True)


@click.command(epilog=examples("mou-tui strike lake-city.mou.yaml"))
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
def strike(file: Path, yes: bool) -> None:
    """Remove words, such as a student's name, from a session for good, and from every copy this computer keeps.

    It asks for the words, so that they stand in no list of commands. They are found in any case and across line ends,
    as whole words, in wordings, reasons, notes and all of the history.
    """
    from datetime import date

    from mou_tui.persistence.word_removal import occurrences, remove
    from mou_tui.session.redaction import ASK_COUNSEL

    click.echo(ASK_COUNSEL, err=True)
    words = click.prompt("Words to remove for good", err=True, default="", show_default=False)
    times = occurrences(file, words, date.today()) if file.exists() else 0
    if not yes:
        places = f"{times} {'place' if times == 1 else 'places'}"
        question = (
            f"They stand in {places} of {for_display(file)}. Remove them there and in every copy? Nothing undoes it."
        )
        click.confirm(question, abort=True, err=True)
    for line in remove(file, words, date.today()).lines:
        click.echo(line, err=True)


@click.command()
def doctor() -> None:
    """Say what this computer offers mou-tui, what will not work here, and what to do about it."""
    from mou_tui.doctor import diagnose

    findings = []
    for finding in diagnose():
        click.echo(finding)
        findings.append(finding)
    to_do = sum(1 for finding in findings if finding.advice)
    click.echo(f"{to_do} {'thing' if to_do == 1 else 'things'} to do." if to_do else "All is well.")
    sys.exit(1 if any(finding.stops for finding in findings) else 0)
