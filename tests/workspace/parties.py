"""Two parties, and a workspace that is opened for a session."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.session.model import Party
from mou_tui.workspace.workspace import Workspace

POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
OpenWorkspace = Callable[..., Workspace]
