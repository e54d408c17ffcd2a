"""The command line: arguments, which front end, exit codes.

Results go to stdout, talk to stderr. Exit codes: 0 done, 1 could not (and said why), 2 wrong use or an invalid file.
Everything beyond arguments is imported where it is used, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import os
import sys
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui import __version__
from mou_tui.errors import CannotOpen, MouError, UsageError
from mou_tui.text import clean, shown

if TYPE_CHECKING:
    from mou_tui.cabinet import Cabinet
    from mou_tui.desk import Desk
    from mou_tui.export import Document


def examples(*lines: str) -> str:
    """Examples as they stand under a help text."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


FILE = click.Path(path_type=Path)
MOUSE = "mou_tui.mouse"


def _leave_mouse(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta[MOUSE] = False


NO_MOUSE = click.option(
    "--no-mouse",
    is_flag=True,
    expose_value=False,
    callback=_leave_mouse,
    help="Leave the mouse to the terminal.",
)
PLAIN = click.option("--plain", is_flag=True, help="Line by line, for screen readers and simple terminals.")


class Commands(click.Group):
    """Takes the name of a session file for a wish to open it."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant."""
        if args[0] not in self.commands and args[0].endswith((".yaml", ".yml")):
            args = ["open", *args]
        return super().resolve_command(context, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog=examples(
        "mou-tui                          the list of your sessions",
        'mou-tui new lake.mou.yaml --agency "Lake City Police Department" --district "Lake City USD"',
        "mou-tui open lake.mou.yaml       go on where you were",
        "mou-tui status *.mou.yaml        how far they are",
        "mou-tui export lake.mou.yaml     the draft as Markdown",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(version)s")
@NO_MOUSE
@click.pass_context
def cli(context: click.Context) -> None:
    """Write the agreement for a school resource officer, topic by topic, with the whole room.

    Without a command: the list of your sessions. Everything is saved as you type.
    """
    if context.invoked_subcommand is None:
        from mou_tui.cabinet import Cabinet
        from mou_tui.reading import Checklists

        _run(Cabinet(Checklists()))


@cli.command(
    epilog=examples('mou-tui new lake.mou.yaml --agency "Lake City Police Department" --district "Lake City USD"')
)
@click.argument("file", type=FILE, required=False)
@click.option("--agency", default="", metavar="NAME", help="Legal name of the police agency.")
@click.option("--district", default="", metavar="NAME", help="Legal name of the school district.")
@click.option("--state", default="", metavar="STATE", help="The state, for example VA.")
@click.option(
    "--depth", type=click.Choice(["essential", "full"]), default="essential", show_default=True, help="What to ask."
)
@click.option("--checklist", default="sro", metavar="ID_OR_FILE", show_default=True, help="The checklist to answer.")
@PLAIN
@NO_MOUSE
def new(file: Path | None, agency: str, district: str, state: str, depth: str, checklist: str, plain: bool) -> None:
    """Start a session. FILE is written at once and must not exist; without it, a name is made from the parties."""
    from mou_tui.cabinet import Cabinet
    from mou_tui.names import Names, named, tidy, written_out
    from mou_tui.reading import Checklists

    cabinet = Cabinet(Checklists(checklist))
    given = {"agency": agency, "district": district}
    parties = tuple(named(role, given.get(role.id, "")) for role in cabinet.checklist.parties)
    names = Names(parties, written_out(cabinet.checklist, {"state": tidy(state)}))
    desk = cabinet.start(names, path=file, depth="full" if depth == "full" else "essential")
    _run(cabinet, desk, plain=plain, ask_names=not all(party.name for party in parties))


@cli.command("open", epilog=examples("mou-tui open lake-city.mou.yaml"))
@click.argument("file", type=FILE)
@click.option("--read-only", is_flag=True, help="Show it without changing anything.")
@click.option(
    "--checklist", default="sro", metavar="ID_OR_FILE", help="The checklist, if it did not come with the program."
)
@PLAIN
@NO_MOUSE
def open_(file: Path, read_only: bool, checklist: str, plain: bool) -> None:
    """Go on with a session at the question where you left it."""
    from mou_tui.cabinet import Cabinet
    from mou_tui.reading import Checklists

    cabinet = Cabinet(Checklists(checklist))
    _run(cabinet, cabinet.open(file, read_only=read_only), plain=plain)


@cli.command()
@PLAIN
@NO_MOUSE
def demo(plain: bool) -> None:
    """Look at a half-finished sample with invented places, in a scratch copy."""
    from mou_tui.cabinet import Cabinet
    from mou_tui.reading import Checklists

    cabinet = Cabinet(Checklists())
    _run(cabinet, cabinet.sample(), plain=plain)


@cli.command(epilog=examples("mou-tui status lake-city.mou.yaml", "mou-tui status --json *.mou.yaml"))
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option(
    "--checklist", default="sro", metavar="ID_OR_FILE", help="The checklist, if it did not come with the program."
)
def status(files: tuple[Path, ...], as_json: bool, checklist: str) -> None:
    """Say how far sessions are."""
    from mou_tui.reading import Checklists, read
    from mou_tui.status import as_object, as_words

    checklists = Checklists(checklist)
    worst = 0
    for file in files:
        try:
            answered, decoded = read(file, checklists)
        except MouError as error:
            click.echo(error.message, err=True)
            worst = max(worst, error.exit_code)
            continue
        if as_json:
            import json

            # In ASCII, so that any file name survives any pipe.
            click.echo(json.dumps(as_object(file, answered, decoded.session)))
        else:
            click.echo(as_words(file, answered, decoded.session))
    sys.exit(worst)


@cli.command(
    epilog=examples(
        "mou-tui export lake-city.mou.yaml",
        "mou-tui export lake-city.mou.yaml -o - | less",
        "mou-tui export lake-city.mou.yaml --document worksheet",
    )
)
@click.argument("file", type=FILE)
@click.option(
    "-o", "--output", metavar="OUT", help="Where to write; - is standard output. By default beside FILE, ending in .md."
)
@click.option(
    "--document",
    type=click.Choice(["draft", "worksheet"]),
    default="draft",
    show_default=True,
    help="The agreement, or the blank checklist to print before the meeting.",
)
@click.option(
    "--blanks", type=click.Choice(["show", "underline"]), default="show", show_default=True, help="How blanks print."
)
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
@click.option(
    "--checklist", default="sro", metavar="ID_OR_FILE", help="The checklist, if it did not come with the program."
)
def export(file: Path, output: str | None, document: str, blanks: str, force: bool, checklist: str) -> None:
    """Write a document as Markdown: the draft, whatever is still open, or the blank checklist as a worksheet."""
    from mou_tui.export import default_path, markdown, save
    from mou_tui.reading import Checklists, read

    answered, decoded = read(file, Checklists(checklist))
    kind: Document = "worksheet" if document == "worksheet" else "draft"
    text = markdown(answered, decoded.session, kind, "underline" if blanks == "underline" else "show")
    if output == "-":
        # Bytes, for a draft is UTF-8 wherever it goes.
        click.echo(text.encode(), nl=False)
        return
    path = Path(output) if output else default_path(file, kind)
    save(text, path, replace=force)
    click.echo(f"Wrote {shown(path)}", err=True)


@cli.command(epilog=examples("mou-tui restore lake-city.mou.yaml", "mou-tui restore lake-city.mou.yaml --number 12"))
@click.argument("file", type=FILE)
@click.option("--number", type=int, help="The backup to bring back, as the list numbers it.")
def restore(file: Path, number: int | None) -> None:
    """List the backups of a session and bring one back. What FILE holds now becomes the newest backup."""
    from mou_tui.session.kept import backups
    from mou_tui.session.kept import restore as bring_back

    found = backups(file)
    if not found:
        raise CannotOpen(f"This computer has no backup of {shown(file)}.")
    if number is None:
        for backup in found:
            click.echo(f"{backup.number:>6}  {backup.at:%Y-%m-%d %H:%M}")
        if not sys.stdin.isatty():
            return
        number = click.prompt("Which number (Ctrl+C leaves everything as it is)", type=int)
    chosen = next((backup for backup in found if backup.number == number), None)
    if chosen is None:
        raise UsageError(f"There is no backup {number}. Run restore without --number to see them.")
    bring_back(file, chosen)
    click.echo(
        f"{shown(file)} is as it was at {chosen.at:%H:%M on %Y-%m-%d}. Run restore again to undo that.", err=True
    )


@cli.command(epilog=examples("mou-tui purge lake-city.mou.yaml"))
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(file: Path, yes: bool) -> None:
    """Remove the recovery copy and the backups this computer keeps of a session. FILE itself stays."""
    from mou_tui.session.kept import purge as forget

    if not yes:
        click.echo(
            "A public body may have to keep drafts and notes of a meeting for a set time. "
            "Ask your records officer before you remove the only copy of earlier wording.",
            err=True,
        )
        click.confirm(f"Remove this computer’s copies of {shown(file)}?", abort=True, err=True)
    count = forget(file)
    click.echo(f"Removed {count} {'copy' if count == 1 else 'copies'}.", err=True)


@cli.group()
def checklist() -> None:
    """Show or check a checklist."""


@checklist.command("show")
@click.argument("id_or_file", default="sro")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def show(id_or_file: str, as_json: bool) -> None:
    """Print what is asked."""
    from mou_tui.checklist.loader import load
    from mou_tui.checklist.outline import as_object, as_words

    loaded = load(id_or_file)
    if as_json:
        import json

        click.echo(json.dumps(as_object(loaded), indent=2))
    else:
        click.echo(as_words(loaded))


@checklist.command("check")
@click.argument("id_or_file", default="sro")
def check(id_or_file: str) -> None:
    """Report every mistake in a checklist with its line."""
    from mou_tui.checklist.loader import load

    loaded = load(id_or_file)
    asked = sum(1 for _ in loaded.questions())
    click.echo(f"No mistakes: {len(loaded.topics)} topics, {asked} questions.", err=True)


@cli.command()
def doctor() -> None:
    """Say what this computer offers mou-tui, what will not work here, and what to do about it."""
    from mou_tui.doctor import examine

    findings = []
    for finding in examine():
        click.echo(finding)
        findings.append(finding)
    to_do = sum(1 for finding in findings if finding.advice)
    click.echo(f"{to_do} {'thing' if to_do == 1 else 'things'} to do." if to_do else "All is well.")
    sys.exit(1 if any(finding.stops for finding in findings) else 0)


def _run(cabinet: Cabinet, desk: Desk | None = None, *, plain: bool = False, ask_names: bool = False) -> None:
    """Run a front end: full screen, or line by line where that is asked for or all the terminal can do."""
    if not plain and os.environ.get("TERM") == "dumb":
        click.echo("This terminal shows one line after another, so mou-tui works line by line.", err=True)
        plain = True
    if plain:
        from mou_tui.plain.interview import run_plain

        sys.exit(run_plain(cabinet, desk, ask_names=ask_names))
    # The full screen is drawn on stderr, so that stdout may go elsewhere.
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("This needs a terminal. Use --plain, or one of: status, export, checklist.")
    from mou_tui.tui.app import run

    mouse = click.get_current_context().meta.get(MOUSE, True)
    code, words = run(cabinet, desk, ask_names=ask_names, mouse=mouse)
    if words:
        click.echo(words, err=True)
    sys.exit(code)


def main() -> None:
    """Run the command line; every failure is one clear message and an exit code, never a traceback."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="mou-tui", standalone_mode=False)
    except MouError as error:
        click.echo(error.message, err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        click.echo(clean(said.getvalue()).text, nl=False, err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        fault = shown(f"{type(error).__name__}: {error}", 200)
        click.echo(f"This is a fault in mou-tui, not in what you did ({fault}). Your files are as they were.", err=True)
        sys.exit(1)
