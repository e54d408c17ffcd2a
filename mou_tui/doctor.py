"""Checks of this computer: what works for the program, what does not, and what to do about it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mou_tui import __version__, paths, settings
from mou_tui.errors import MouError
from mou_tui.language.text import for_display
from mou_tui.storage.os_errors import describe_os_error
from mou_tui.terminal_keys import described, kept_keys, tmux_prefix

LIBRARIES = ("textual", "rich", "click", "PyYAML", "filelock", "markdown-it-py", "platformdirs", "pyperclip")
SMALLEST = os.terminal_size((40, 12))
LITTLE = 50 * 1024 * 1024
"""Bytes below which a disk is nearly full."""


@dataclass(frozen=True)
class Finding:
    """Holds the result of one check."""

    about: str
    message: str
    advice: str = ""
    """What to do; empty where all is well."""
    stops: bool = False
    """Whether the program cannot run here at all."""

    def __str__(self) -> str:
        return f"{self.about}: {self.message}" + (f"\n  To do: {self.advice}" if self.advice else "")


def diagnose() -> Iterator[Finding]:
    """Yield the result of each check, up to the first failure without which nothing works."""
    yield Finding(
        "Program", f"mou-tui {__version__} in {for_display(Path(__file__).parent)}; Python {platform.python_version()}"
    )
    libraries = _libraries()
    yield libraries
    if libraries.stops:
        return
    yield _yaml()
    yield _checklist()
    yield _terminal()
    if sys.stderr.isatty():
        yield _size()
        yield _keys()
        yield _colors()
    yield _letters()
    yield _folder("Sessions", paths.documents, "name a file in another folder: mou-tui new FILE")
    yield _folder("Recovery copies and backups", paths.state, "set MOU_TUI_HOME to a folder of yours")
    yield _settings()
    yield _layers()
    yield _clipboard()
    yield _editor()


def _libraries() -> Finding:
    versions: list[str] = []
    missing: list[str] = []
    for name in LIBRARIES:
        try:
            versions.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding("Libraries", f"not installed: {', '.join(missing)}", "install mou-tui again", stops=True)
    return Finding("Libraries", ", ".join(versions))


def _yaml() -> Finding:
    import yaml

    if hasattr(yaml, "CSafeLoader"):
        return Finding("Reading files", "fast, with libyaml")
    return Finding("Reading files", "slow: PyYAML came without libyaml", "install PyYAML again, as a wheel from PyPI")


def _checklist() -> Finding:
    from mou_tui.checklist.loader import load

    try:
        checklist = load()
    except MouError as error:
        return Finding("Checklist", for_display(error.message, 300), "install mou-tui again", stops=True)
    return Finding("Checklist", f"{len(checklist.topics)} topics, {sum(1 for _ in checklist.questions())} questions")


def _terminal() -> Finding:
    name = os.environ.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return Finding("Terminal", "none here", "run it in a terminal, or use --plain, which works through pipes too")
    if name == "dumb" or (not name and os.name != "nt"):
        return Finding(
            "Terminal", f"shows one line after another (TERM is “{for_display(name, 40)}”), so --plain is used"
        )
    program = os.environ.get("TERM_PROGRAM", "")
    remote = "over SSH" if "SSH_CONNECTION" in os.environ else ""
    return Finding(
        "Terminal", ", ".join(for_display(part, 40) for part in (name or "Windows", program, remote) if part)
    )


def _size() -> Finding:
    # Of the stream the screen is drawn on; output may go elsewhere.
    size = os.get_terminal_size(sys.stderr.fileno())
    if not size.columns:
        return Finding("Size", "the terminal does not say")
    dimensions = f"{size.columns} columns, {size.lines} rows"
    if size.columns < SMALLEST.columns or size.lines < SMALLEST.lines:
        smallest = f"{SMALLEST.columns} columns and {SMALLEST.lines} rows"
        return Finding("Size", dimensions, f"make the letters smaller or the window larger; {smallest} are needed")
    return Finding("Size", dimensions)


def _keys() -> Finding:
    variables = {
        key.strip().casefold(): action
        for action, keys in settings.load().settings.keys.items()
        for key in keys.split(",")
    }
    kept = kept_keys(os.environ, tmux_prefix())
    if not kept:
        return Finding("Keys", "none that this terminal is known to keep for itself; Ctrl+P finds everything")
    lost = [f"{key.key} for “{variables[key.key]}”" for key in kept if key.key in variables]
    advice = f"give another key in the settings than {', '.join(lost)}" if lost else ""
    return Finding("Keys", described(kept), for_display(advice, 200))


def _colors() -> Finding:
    if "NO_COLOR" in os.environ:
        return Finding("Colors", "none, as NO_COLOR asks for")
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit") or os.name == "nt":
        return Finding("Colors", "all")
    return Finding("Colors", "as many as TERM says; for the terminal’s own, choose the theme ansi-dark or ansi-light")


def _letters() -> Finding:
    import locale

    advice = (
        "set the console to UTF-8: chcp 65001" if os.name == "nt" else "before mou-tui, type: export LC_ALL=C.UTF-8"
    )
    encoding = (sys.stderr.encoding or "unknown").lower()
    if encoding.replace("-", "") != "utf8":
        return Finding("Letters", f"the terminal is written to in {encoding}; some signs will be wrong", advice)
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        return Finding("Letters", "UTF-8, but the language that LANG or LC_ALL names is not installed", advice)
    return Finding("Letters", "UTF-8")


def _folder(about: str, find_path: Callable[[], Path], advice: str) -> Finding:
    try:
        folder = find_path()
        existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
        with tempfile.TemporaryFile(dir=existing):
            pass
        free = shutil.disk_usage(existing).free
    except MouError as error:
        return Finding(about, error.message, advice)
    except OSError as error:
        return Finding(about, f"{for_display(folder)} cannot be written to: {describe_os_error(error)}", advice)
    location = f"in {for_display(folder)}" + ("" if existing == folder else ", which will be made when it is needed")
    if free < LITTLE:
        return Finding(about, f"{location}; only {free // 1024:,} KB are free", "make room on the disk")
    return Finding(about, location)


def _settings() -> Finding:
    loaded = settings.load()
    if loaded.problems:
        return Finding("Settings", for_display("; ".join(loaded.problems), 600), "correct the file, or delete it")
    path = settings.path()
    return Finding(
        "Settings",
        f"in {for_display(path)}" if path.exists() else f"the usual ones; {for_display(path)} may change them",
    )


def _layers() -> Finding:
    from mou_tui.checklist.loader import load
    from mou_tui.checklist.own_layers import own_layers

    about = "Your layers"
    try:
        own, folder = own_layers(load(defer_layers=True)), for_display(paths.own_layers())
    except MouError as error:
        return Finding(about, for_display(error.message, 300))
    if own.problems:
        return Finding(about, for_display(" ".join(own.problems), 600), "mend the file, or take it out of the folder")
    names = ", ".join(layer.title for layer in own.layers)
    return Finding(about, for_display(f"{names}; in {folder}" if names else f"none; {folder} may hold some", 300))


def _clipboard() -> Finding:
    from pyperclip import determine_clipboard

    copy, _ = determine_clipboard()
    # What replaces a missing clipboard has no name.
    if name := getattr(copy, "__name__", ""):
        return Finding("Copying", f"with {name.removeprefix('copy_')}, and through the terminal")
    advice = ""
    if os.environ.get("WAYLAND_DISPLAY"):
        advice = "install wl-clipboard"
    elif os.environ.get("DISPLAY"):
        advice = "install xclip"
    elif "TMUX" in os.environ:
        advice = "in tmux, type: tmux set -g set-clipboard on"
    return Finding("Copying", "through the terminal only (OSC 52), which not every terminal can", advice)


def _editor() -> Finding:
    from mou_tui.external_editor import command

    try:
        program = command()[0]
    except MouError as error:
        return Finding("Your editor", for_display(error.message, 200))
    if shutil.which(program):
        return Finding("Your editor", for_display(program, 100))
    return Finding("Your editor", f"{for_display(program, 100)}, which is not there", "set EDITOR to one that is")
