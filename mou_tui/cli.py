"""The command line: its commands, exit codes, and error messages.

Results go to stdout, talk to stderr. Exit codes: 0 done, 1 could not (and said why), 2 wrong use or an invalid file.
A command imports what it needs when it runs, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from io import StringIO

import click

from mou_tui import __version__, streams
from mou_tui.commands.options import NO_MOUSE, PLAIN, examples
from mou_tui.errors import MouError
from mou_tui.language.text import clean, for_display

_COMMANDS = {
    "new": "sessions.new",
    "open": "sessions.open_",
    "revise": "revise.revise",
    "adopt": "adopt.adopt",
    "amend": "renew.amend",
    "renew": "renew.renew",
    "demo": "sessions.demo",
    "watch": "sessions.watch",
    "status": "reports.status",
    "export": "reports.export",
    "send": "send.send",
    "take-in": "take_in.take_in",
    "merge": "merge.merge",
    "restore": "maintenance.restore",
    "purge": "maintenance.purge",
    "strike": "maintenance.strike",
    "checklist": "checklists.checklist",
    "layer": "layers.layer",
    "doctor": "maintenance.doctor",
}
"""Where each command is in `mou_tui.commands`; it is imported when it is asked for."""


class Commands(click.Group):
    """Imports a command when it is asked for; runs `open` when a session file is named in place of one."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which a room comes to need them."""
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of a name; None if there is none."""
        if name not in _COMMANDS:
            return None
        module, _, command = _COMMANDS[name].partition(".")
        imported: click.Command = getattr(import_module(f"mou_tui.commands.{module}"), command)
        return imported

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, or `open` for a session file."""
        if args[0] not in _COMMANDS and args[0].endswith((".yaml", ".yml")):
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
        from mou_tui.commands.sessions import home

        home(plain=plain)


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
