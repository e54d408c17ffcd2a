"""How fast the program is next to the least that could be done in its place, measured in one run.

Run by hand from the top folder: `python -m tests.bench`. It installs the program from the checkout into a scratch
folder and measures that, as a user has it. The sides take turns, and every figure is the median of the ratios of
neighbors, so that a machine whose clock changes meanwhile slows both. Exits 1 if a ratio is over its bound.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from tests.bench.sessions import write_empty, write_long, write_usual
from tests.bench.terminal import COLUMNS, Screen, Terminal

KEYS = 80
STARTS = 9
COMMANDS = 15
QUESTION = "What should an SRO achieve"
"""How the question begins at which a session opens."""
TOP = Path(__file__).parents[2]
HERE = Path(__file__).parent

# Page up, often: at the start of the text, the row that is typed in stays in view however it wraps.
_TO_THE_START = "\x1b[5~" * 40

Command = Sequence[str]
Milliseconds = list[float]


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    name: str
    ours: Milliseconds
    theirs: Milliseconds
    bound: float

    @property
    def ratio(self) -> float:
        """Ours over theirs, each time over its neighbor."""
        return median(ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True))

    def __str__(self) -> str:
        verdict = "pass" if self.ratio <= self.bound else "OVER"
        return f"{self.name:44} {self.ratio:5.2f} {self.bound:5.1f}  {verdict}  {_span(self.ours)} {_span(self.theirs)}"


def _span(times: Milliseconds) -> str:
    return f"{min(times):7.1f} {median(times):7.1f} {max(times):7.1f}"


class Bench:
    """The programs to compare and a scratch folder for them."""

    def __init__(self, scratch: Path) -> None:
        self.empty = write_empty(scratch / "empty.yaml")
        self.usual = write_usual(scratch / "usual.yaml")
        self.long = write_long(scratch / "long.yaml")
        self.scratch = scratch
        self.bare: Command = (sys.executable, str(HERE / "bare.py"))
        self.hello: Command = (sys.executable, str(HERE / "hello.py"))
        self.yaml: Command = (sys.executable, "-c", "import yaml")
        self.installed = _install(scratch / "installed")
        self.environment = {
            "HOME": str(scratch),
            "MOU_TUI_HOME": str(scratch / "home"),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(self.installed),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }

    def ours(self, *arguments: str | Path) -> Command:
        """The installed program with arguments."""
        return (sys.executable, str(self.installed / "bin" / "mou-tui"), *map(str, arguments))

    def typing(self) -> list[Figure]:
        """A key to its echo in the answer and to its place in the preview, with little and with much said."""
        with ExitStack() as stack:
            bare = stack.enter_context(Terminal(self.bare, self.environment))
            empty = stack.enter_context(Terminal(self.ours("open", self.empty), self.environment))
            long = stack.enter_context(Terminal(self.ours("open", self.long), self.environment))
            for terminal in (bare, empty, long):
                _reach_editor(terminal)
                terminal.send(_TO_THE_START)
                terminal.wait_until_quiet(0.3)
            for terminal in (empty, long):
                terminal.wait(lambda screen: screen.column_of("▌") > 0)
            echoes: dict[Terminal, Milliseconds] = {bare: [], empty: [], long: []}
            previews: dict[Terminal, Milliseconds] = {empty: [], long: []}
            pauses = Random(1)
            for key in range(KEYS):
                for terminal in (bare, empty, long):
                    if key % 6 == 5:
                        terminal.send(" ")
                        terminal.wait_until_quiet()
                    echo, preview = _press(terminal, has_preview=terminal is not bare)
                    echoes[terminal].append(echo)
                    if terminal is not bare:
                        previews[terminal].append(preview)
                    # So that keys do not fall in step with the frames.
                    terminal.wait_until_quiet(0.06 + pauses.random() * 0.02)

        return [
            Figure("key to echo, empty / bare editor", echoes[empty], echoes[bare], 1.2),
            Figure("key to echo, 20 meetings, 55 x 4 KB / bare", echoes[long], echoes[bare], 1.2),
            Figure("key to preview, empty / bare editor", previews[empty], echoes[bare], 2.5),
            Figure("key to preview, 20 meetings, 55 x 4 KB / bare", previews[long], echoes[bare], 2.5),
            Figure("key to echo, 20 meetings, 55 x 4 KB / empty", echoes[long], echoes[empty], 1.3),
            Figure("key to preview, 20 meetings, 55 x 4 KB / empty", previews[long], previews[empty], 1.3),
        ]

    def starting(self) -> list[Figure]:
        """The start to the question, to the first echo and to all beside it, next to that of the least program."""
        figures = []
        for name, path in (("usual", self.usual), ("20 meetings", self.long)):
            hello: Milliseconds = []
            question: Milliseconds = []
            echo: Milliseconds = []
            everything: Milliseconds = []
            for _ in range(STARTS):
                hello.append(self._start(self.hello, lambda screen: "Hello, World!" in screen.text))
                question.append(self._start(self.ours("open", path), lambda screen: QUESTION in screen.text))
                echo.append(self._start(self.ours("open", path), None))
                everything.append(self._start(self.ours("open", path), _shows_everything))
            figures += [
                Figure(f"question, {name} / hello world", question, hello, 1.6),
                Figure(f"first echo, {name} / hello world", echo, hello, 2),
                Figure(f"topics and draft, {name} / hello world", everything, hello, 2.5),
            ]
        return figures

    def commanding(self) -> list[Figure]:
        """Commands that never show a screen, next to the import of the YAML library."""
        commands = {
            "--version": (self.ours("--version"), 3),
            "--help": (self.ours("--help"), 3),
            "status": (self.ours("status", self.usual), 3.1),
            "export": (self.ours("export", self.usual, "-o", self.scratch / "out.md", "--force"), 3.1),
        }
        times: dict[str, Milliseconds] = {name: [] for name in (*commands, "yaml")}
        for _ in range(COMMANDS):
            times["yaml"].append(self._run(self.yaml))
            for name, (command, _bound) in commands.items():
                times[name].append(self._run(command))
        return [Figure(f"{name} / import yaml", times[name], times["yaml"], commands[name][1]) for name in commands]

    def _start(self, command: Command, until: Callable[[Screen], bool] | None) -> float:
        # What was typed in the start before would be offered in this one.
        shutil.rmtree(self.environment["MOU_TUI_HOME"], ignore_errors=True)
        with Terminal(command, self.environment) as terminal:
            if until:
                terminal.wait(until)
            else:
                _reach_editor(terminal)
            return (perf_counter() - terminal.started) * 1000

    def _run(self, command: Command) -> float:
        start = perf_counter()
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return (perf_counter() - start) * 1000


def _install(folder: Path) -> Path:
    """Install the program without its libraries, which are at hand, into a folder; returns it."""
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(TOP))
    subprocess.run(pip, check=True)
    return folder


def _shows_everything(screen: Screen) -> bool:
    """Whether the last of the topics and the first clause of the draft are on the screen."""
    return "Review and export" in screen.text and "▌ 1.1 " in screen.text


def _reach_editor(terminal: Terminal, limit: float = 20.0) -> None:
    """Type until something typed comes up; what is typed too early goes nowhere."""
    letter = terminal.next_letter()
    deadline = perf_counter() + limit
    terminal.wait(lambda screen: bool(screen.text.strip()))
    while not terminal.screen.sightings:
        if perf_counter() > deadline:
            raise TimeoutError(f"nothing typed comes up; the screen:\n{terminal.screen.text}")
        terminal.send(letter)
        pause = perf_counter() + 0.02
        while not terminal.screen.sightings and (left := pause - perf_counter()) > 0:
            terminal.read(left)


def _press(terminal: Terminal, has_preview: bool) -> tuple[float, float]:
    """Press a key; the milliseconds to its echo in the editor and to its place in the preview."""
    letter = terminal.next_letter()
    preview_at = terminal.screen.column_of("▌") if has_preview else COLUMNS
    start = perf_counter()
    terminal.send(letter)

    def first(low: int, high: int) -> float | None:
        seen = terminal.screen.sightings.get(letter, ())
        return next((item.at for item in seen if low <= item.column < high), None)

    terminal.wait(lambda _screen: first(0, preview_at) is not None)
    if has_preview:
        terminal.wait(lambda _screen: first(preview_at, COLUMNS) is not None)
    echo, preview = first(0, preview_at) or start, first(preview_at, COLUMNS) or start
    return (echo - start) * 1000, (preview - start) * 1000


def main() -> int:
    """Measure and print; returns the exit code."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}: a load above 1 favours whatever takes less time")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch))
        parts = {"typing": bench.typing, "starting": bench.starting, "commanding": bench.commanding}
        chosen = [parts[name] for name in sys.argv[1:] or parts]
        print(f"{'':44} ratio bound        ours: min median max (ms)  theirs: min median max (ms)")
        figures = []
        for measure in chosen:
            for figure in measure():
                print(figure, flush=True)
                figures.append(figure)
    return int(any(figure.ratio > figure.bound for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
