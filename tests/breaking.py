"""Having something fail, to see what the program makes of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import pytest


class Expected(Exception):
    """An error that a test has the program fail with."""


class Boom(Expected):
    """What the program does not expect."""


class Bang(Expected):
    """Nor this."""


Break = Callable[[object, str, Exception], None]
"""Has a method raise, once, instead of doing anything."""


def breaking(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Return what has a method raise."""

    def break_it(kind: object, method: str, error: Exception) -> None:
        before = getattr(kind, method)
        due = [error]

        @wraps(before)
        def broken(*args: object, **kwargs: object) -> object:
            if due:
                raise due.pop()
            return before(*args, **kwargs)

        monkeypatch.setattr(kind, method, broken)

    return break_it
