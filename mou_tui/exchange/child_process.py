"""Run a program on a stranger's bytes: bounded in time, memory and output, and unable to write.

Limits of the operating system hold on Linux; the bounds of time and output hold everywhere.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from time import monotonic

SECONDS = 8.0
"""How long one document may take."""
MEMORY = 600 * 1024 * 1024
"""Bytes of address space, where the system can hold a program to it."""
MOST_OUTPUT = 64 * 1024 * 1024
_PIECE = 8 * 1024 * 1024
_MOST_LINES = 400


class Failed(Exception):
    """Report that a program ended without a result.

    Attributes:
        timed_out: Whether it was stopped because it took too long.
        stderr: The beginning of its error output.
    """

    def __init__(self, *, timed_out: bool = False, stderr: str = "") -> None:
        super().__init__(stderr)
        self.timed_out = timed_out
        self.stderr = stderr


def run(
    command: Sequence[str],
    data: bytes,
    *,
    seconds: float = SECONDS,
    seconds_a_line: float = 0.0,
    on_line: Callable[[bytes], None] | None = None,
) -> bytes:
    """Run a program with data on its standard input, and return its standard output.

    Args:
        command: the program and its arguments.
        data: what it is given.
        seconds: how long it may take.
        seconds_a_line: how much longer for each line it has written: a long document takes its time on a slow computer.
        on_line: is given each line as it comes, without delay.

    Raises:
        Failed: it took too long, wrote too much, or ended with an error.
    """
    with subprocess.Popen(
        _limited(command, seconds + _MOST_LINES * seconds_a_line),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        timed_out = threading.Event()

        def stop() -> None:
            timed_out.set()
            process.kill()

        deadline = _Deadline(seconds, stop)
        stderr = bytearray()
        helpers = [
            threading.Thread(target=deadline.watch),
            threading.Thread(target=_feed, args=(process, data)),
            threading.Thread(target=_drain, args=(process, stderr)),
        ]
        for helper in helpers:
            helper.daemon = True
            helper.start()
        try:
            output = _collect(process, deadline.extended(on_line, seconds_a_line) if on_line else None)
            code = process.wait()
        except BaseException:
            process.kill()
            raise
        finally:
            deadline.end()
            for helper in helpers:
                helper.join()
    if timed_out.is_set():
        raise Failed(timed_out=True)
    if code or output is None:
        raise Failed(stderr=stderr.decode("utf-8", "replace"), timed_out=code == -_CPU_SIGNAL)
    return output


class _Deadline:
    """Stop a program when its time is up, unless its output has extended the time."""

    def __init__(self, seconds: float, stop: Callable[[], None]) -> None:
        self._until = monotonic() + seconds
        self._stop = stop
        self._has_ended = threading.Event()

    def watch(self) -> None:
        """Wait until the program has ended, or its time is up."""
        while (seconds := self._until - monotonic()) > 0:
            if self._has_ended.wait(seconds):
                return
        self._stop()

    def extended(self, on_line: Callable[[bytes], None], seconds: float) -> Callable[[bytes], None]:
        """Return a function that passes on a line and extends the deadline by so many seconds."""

        def take(line: bytes) -> None:
            self._until += seconds
            on_line(line)

        return take

    def end(self) -> None:
        """Record that the program has ended."""
        self._has_ended.set()


# SIGXCPU, sent to a program that has used up its time.
_CPU_SIGNAL = 24


def _collect(process: subprocess.Popen[bytes], on_line: Callable[[bytes], None] | None) -> bytes | None:
    """Return all output; None, with the program killed, where there is too much of it."""
    assert process.stdout is not None
    pieces: list[bytes] = []
    size = 0
    read = process.stdout.readline if on_line else process.stdout.read
    while piece := read(_PIECE):
        size += len(piece)
        if size > MOST_OUTPUT:
            process.kill()
            return None
        pieces.append(piece)
        if on_line:
            on_line(piece)
    return b"".join(pieces)


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    with contextlib.suppress(OSError):
        process.stdin.write(data)
    with contextlib.suppress(OSError):
        process.stdin.close()


def _drain(process: subprocess.Popen[bytes], output: bytearray) -> None:
    assert process.stderr is not None
    while piece := process.stderr.read(4096):
        if len(output) < 4096:
            output += piece


def _environment() -> dict[str, str]:
    """Return the environment variables a program needs, without the person's own folders."""
    names = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")
    return {**{name: os.environ[name] for name in names if name in os.environ}, "LANG": "C.UTF-8"}


def _limited(command: Sequence[str], seconds: float) -> list[str]:
    """Return the command that limits itself and then becomes the program, where the system has limits."""
    if sys.platform != "linux":
        return list(command)
    limits = (f"RLIMIT_CPU={int(seconds) + 1}", f"RLIMIT_AS={MEMORY}", "RLIMIT_FSIZE=0", "RLIMIT_CORE=0")
    return [sys.executable, "-I", "-S", "-c", _LIMITER, *limits, *command]


# Set before the program starts, because limits do not apply to what it already uses.
_LIMITER = """
import os, resource, sys
limits = sys.argv[1:5]
for limit in limits:
    name, _, most = limit.partition("=")
    resource.setrlimit(getattr(resource, name), (int(most), int(most)))
os.execv(sys.argv[5], sys.argv[5:])
"""
