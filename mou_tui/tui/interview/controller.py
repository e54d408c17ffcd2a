"""The base of the controllers of the interview, and work of theirs that waits for a dialog."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from mou_tui.tui.interview.view import InterviewView


class Controller:
    """Does some of the actions of the interview.

    Args:
        view: shows the interview.
    """

    def __init__(self, view: InterviewView) -> None:
        self.view = view
        self._workspace = view.workspace


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
