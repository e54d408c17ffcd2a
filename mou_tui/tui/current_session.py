"""The session that the full-screen program has open, and where it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mou_tui.failures import Failures, command_for, program_command
from mou_tui.language.dates import clock_time
from mou_tui.language.text import for_display
from mou_tui.persistence.save_status import SaveStatus
from mou_tui.session.model import Session
from mou_tui.workspace.sample import KEEP_FIRST, LEFT, LOSES_WORK
from mou_tui.workspace.workspace import Workspace

ONLY_HERE = "Nothing can be written now, so what you typed last is only in this window."


class CurrentSession:
    """Holds the workspace of the session last open; None until one is.

    Args:
        workspace: the session that is open from the start.
        failures: the errors of the program.
    """

    def __init__(self, workspace: Workspace | None, failures: Failures) -> None:
        self.workspace = workspace
        self._failures = failures
        self._warned_of: Session | None = None

    @property
    def state(self) -> SaveStatus | None:
        """The save status; None if no session was open."""
        return self.workspace.store.state if self.workspace else None

    @property
    def exit_message(self) -> str:
        """Where the session is saved, and how to resume it."""
        state, path = self.state, self.workspace.store.path if self.workspace else None
        if self._failures.is_final:
            safe = (state and state.message) or (path and f"Your words are saved in {for_display(path)}.") or ""
            return self._failures.farewell(safe, command_for(path) if path else program_command())
        if state is None or path is None:
            return ""
        if self.workspace and self.workspace.sample.is_open:
            return LEFT
        return state.message or "\n".join(self._lines_on_leaving(path))

    def _lines_on_leaving(self, path: Path) -> Iterator[str]:
        yield f"Saved in {for_display(path)}"
        meeting = self.workspace.session.meeting if self.workspace else None
        if meeting:
            yield f"The meeting that began at {clock_time(meeting.began) or meeting.began} is still open."
        yield f"To go on: {command_for(path)}"

    def safety_message(self) -> str:
        """Return where the typed text is saved, for the message after an error; empty if no session is open."""
        if self.workspace is None or self.state is None:
            return ""
        return self.state.message or f"Your words are safe in {for_display(self.workspace.store.path.name)}."

    def warning_on_leaving(self) -> str:
        """Save, and return what would be lost now; empty if nothing, or the person was warned of it before."""
        workspace = self.workspace
        if workspace is None or self._warned_of is workspace.session:
            return ""
        workspace.store.flush()
        if workspace.store.only_here:
            warning = f"{ONLY_HERE}\nSave elsewhere (Ctrl+P), or quit again to leave without it."
        elif workspace.sample.has_work:
            warning = f"{LOSES_WORK}\n{KEEP_FIRST}, or quit again to leave without a copy."
        else:
            return ""
        self._warned_of = workspace.session
        return warning

    def discard_sample(self) -> None:
        """Remove the scratch file of the sample, if that is what was open and it is closed by now."""
        if self.workspace:
            self.workspace.sample.discard()

    def save(self) -> None:
        """Write unsaved work, even after everything else has stopped."""
        if self.workspace:
            self.workspace.store.close()
