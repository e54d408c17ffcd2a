"""Taking in a copy of the session from the command line: asked, unasked, or only reported on."""

from __future__ import annotations

from pathlib import Path

import click

from mou_tui.errors import MouError
from mou_tui.language.text import for_display
from mou_tui.workspace.reply import Reply
from mou_tui.workspace.reply_account import account, as_object, named_places, older_copy, outcome, remarks, source
from mou_tui.workspace.reply_file import ReplyFile
from mou_tui.workspace.workspace import Workspace


def take_in_copy(
    workspace: Workspace,
    file: ReplyFile,
    path: Path,
    party_id: str,
    waiting: tuple[str, ...],
    *,
    yes: bool,
    as_json: bool,
) -> None:
    """Take in a copy of a session.

    Args:
        workspace: the session.
        file: the copy.
        path: where it is.
        party_id: the party whose copy it is, where it does not say so itself; empty where nobody said.
        waiting: clauses that wait, by number or id.
        yes: whether not to ask.
        as_json: whether to say what happened as a JSON object.

    Raises:
        MouError: nothing was taken in; says why.
    """
    if as_json or yes:
        _take_unasked(workspace, Reply(workspace, file, party_id), path, waiting, yes=yes, as_json=as_json)
        return
    from mou_tui.commands.take_in import talk, tell_way_back
    from mou_tui.plain.reply_talk import ReplyTalk

    if talk(lambda console: ReplyTalk(console, workspace, file).run(party_id, waiting)):
        tell_way_back(workspace)


def _take_unasked(
    workspace: Workspace, reply: Reply, path: Path, waiting: tuple[str, ...], *, yes: bool, as_json: bool
) -> None:
    reply.wait(named_places(reply, waiting))
    if yes and reply.newer:
        raise MouError(
            f"{for_display(path.name)}: {older_copy(reply)} Nothing was taken in: go through it without --yes."
        )
    report, taken_in = {"session": str(workspace.store.path), "path": str(path), **as_object(reply)}, outcome(reply)
    is_done = reply.finish() if yes else False
    if as_json:
        import json

        click.echo(json.dumps({**report, "taken_in": is_done}))
        return
    from mou_tui.commands.take_in import tell_way_back

    click.echo(f"{source(reply, workspace)} {account(reply)}")
    for remark in remarks(reply):
        click.echo(remark, err=True)
    if is_done:
        click.echo(taken_in)
        tell_way_back(workspace)
