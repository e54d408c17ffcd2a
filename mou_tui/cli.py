"""The command line: its commands, exit codes, and error messages.

Results go to stdout, talk to stderr. Exit codes: 0 done, 1 could not (and said why), 2 wrong use or an invalid file.
A command imports what it needs when it runs, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import atexit
import gc
import sys
from io import StringIO

import click

from mou_tui import __version__, streams
from mou_tui.commands.checklists import checklist
from mou_tui.commands.layers import layer
from mou_tui.commands.maintenance import doctor, purge, restore, strike
from mou_tui.commands.merge import merge
from mou_tui.commands.options import NO_MOUSE, PLAIN, examples
from mou_tui.commands.reports import export, status
from mou_tui.commands.revise import revise
from mou_tui.commands.send import send
from mou_tui.commands.sessions import demo, home, new, open_, watch
from mou_tui.commands.take_in import take_in
from mou_tui.errors import MouError
from mou_tui.text import clean, for_display


class Commands(click.Group):
    """Runs `open` when a session file is named in place of a command."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, or `open` for a session file."""
        if args[0] not in self.commands and args[0].endswith((".yaml", ".yml")):
            args = ["open", *args]
        elif args[0] == "overlay":
            # What others call it.
            args = ["layer", *args[1:]]
        return super().resolve_command(context, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog=examples(
        "mou-tui                          the list of your sessions",
        'mou-tui new lake.mou.yaml --agency "Lake City Police Department" --district "Lake City USD"',
        "mou-tui open lake.mou.yaml       go on where you were",
        "mou-tui revise old.docx --report what an earlier agreement covers",
        "mou-tui status *.mou.yaml        how far they are",
        "mou-tui export lake.mou.yaml     the draft as Markdown, or with --to as another kind",
        "mou-tui take-in lake.mou.yaml draft.docx   what counsel sent back",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(version)s")
@PLAIN
@NO_MOUSE
@click.pass_context
def cli(context: click.Context, plain: bool) -> None:
    """Write the agreement for a school resource officer, topic by topic, with the whole room.

    Without a command: the list of your sessions. Everything is saved as you type.
    """
    if context.invoked_subcommand is None:
        home(plain=plain)


for command in (
    new, open_, revise, demo, watch, status, export, send, take_in, merge,
    restore, purge, strike, checklist, layer, doctor,
):  # fmt: skip
    cli.add_command(command)


def main() -> None:
    """Run the command line; every failure is one clear message and an exit code, never a traceback."""
    # What a command reads and makes is needed until it ends: looking through it for garbage, then too, only costs time.
    gc.disable()
    atexit.register(gc.freeze)
    streams.prepare()
    code = _run()
    error = streams.output_error()
    if error and not isinstance(error, BrokenPipeError):
        click.echo(f"Cannot write to standard output: {streams.why(error)}.", err=True)
    sys.exit(code or int(error is not None))


def _run() -> int:
    """Run the command that was asked for, and return its exit code."""
    try:
        return int(cli(prog_name="mou-tui", standalone_mode=False) or 0)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except MouError as error:
        click.echo(error.message, err=True)
        return error.exit_code
    except click.ClickException as error:
        output = StringIO()
        error.show(output)
        click.echo(clean(output.getvalue()).text, nl=False, err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 1
    except Exception as error:
        if error is not streams.output_error():
            fault = for_display(f"{type(error).__name__}: {error}", 200)
            click.echo(
                f"This is a fault in mou-tui, not in what you did ({fault}). Your files are as they were.", err=True
            )
        return 1
