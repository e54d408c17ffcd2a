"""Taking in filled forms from the command line: asked, unasked, or only reported on."""

from __future__ import annotations

from pathlib import Path

import click

from mou_tui.errors import MouError
from mou_tui.exchange.forms.reader import FormsRead
from mou_tui.workspace.feedback import FeedbackIntake
from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN
from mou_tui.workspace.workspace import Workspace


def take_in_forms(workspace: Workspace, read: FormsRead, path: Path, *, yes: bool, as_json: bool) -> None:
    """Take in filled forms.

    Args:
        workspace: the session.
        read: the forms.
        path: where they are.
        yes: whether not to ask: words are taken, and no reason, since nobody has read it.
        as_json: whether to say what happened as a JSON object, without words of the forms.

    Raises:
        MouError: none of the files is a form, or the session cannot hold it; nothing was taken in.
    """
    intake = FeedbackIntake(workspace, read)
    if as_json:
        import json

        report = {"session": str(workspace.store.path), "path": str(path), **intake.as_object}
        click.echo(json.dumps({**report, "taken_in": intake.finish() if yes else False}))
        return
    if not read.forms:
        raise MouError("\n".join((*read.refused, NOTHING_TAKEN_IN)))
    from mou_tui.commands.take_in import talk, tell_way_back

    if not yes:
        from mou_tui.plain.feedback_talk import FeedbackTalk

        is_done = talk(lambda console: FeedbackTalk(console, intake).run())
    else:
        click.echo(intake.account)
        for message in read.refused:
            click.echo(message, err=True)
        outcome, is_done = intake.outcome, intake.finish()
        click.echo(outcome if is_done else NOTHING_TAKEN_IN)
    if is_done:
        tell_way_back(workspace)
