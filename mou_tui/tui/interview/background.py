"""Work that waits for a dialog."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from mou_tui.tui.interview.view import InterviewView


class Controller(Protocol):
    """A part of the interview that does some of its actions."""

    @property
    def view(self) -> InterviewView:
        """Shows what comes of them."""


AController = TypeVar("AController", bound=Controller)
Arguments = ParamSpec("Arguments")


def in_background(
    method: Callable[Concatenate[AController, Arguments], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[AController, Arguments], None]:
    """Run a method of a controller as a worker of its screen, as `textual.work` does for methods of widgets."""

    @wraps(method)
    def start(controller: AController, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        controller.view.screen.run_worker(method(controller, *args, **kwargs), name=method.__name__)

    return start
