"""What the checks of checklists and of layers share: their options, and how they end."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from mou_tui.errors import InvalidFile, Problem

ON = click.option("--on", "day", metavar="DATE", help="Warn of what was read long before this day; today unless given.")
STRICT = click.option("--strict", is_flag=True, help="Fail where there are warnings, too.")


def day_of_check(day: str | None) -> str:
    """Return the day of a check as `2026-11-30`: the one that was given, or today.

    Raises:
        BadParameter: what was given is no day.
    """
    from datetime import date

    from mou_tui.language.dates import parse_date

    on = parse_date(day) if day is not None else date.today().isoformat()
    if not on:
        raise click.BadParameter(f"“{day}” is not a day; write it as 2026-11-30.", param_hint="'--on'")
    return on


def end_check(mistakes: list[Problem], warnings: Iterable[Problem], summary: str, *, strict: bool) -> None:
    """Print the warnings in the order of their lines, and the summary if there is no mistake.

    Raises:
        InvalidFile: there are mistakes.
        SystemExit: there are warnings, and they are to fail.
    """
    ordered = sorted(warnings, key=lambda problem: (problem.file, problem.line))
    for warning in ordered:
        click.echo(f"Warning: {warning}", err=True)
    if mistakes:
        raise InvalidFile(mistakes)
    if summary:
        click.echo(summary, err=True)
    if ordered and strict:
        sys.exit(2)
