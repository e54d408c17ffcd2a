"""The folders of the program; no other module knows them.

    documents   session files a person made, unless they say where
    state       what this computer keeps for itself: recovery copies, backups, where one was
    config      the person's own settings, and layers
    content     the checklists that come with the program

`MOU_TUI_HOME` puts the first three beneath one folder, for a stick that is carried around and for tests.
"""

from __future__ import annotations

import os
from pathlib import Path

from mou_tui.errors import CannotOpen

APP = "mou-tui"
SESSIONS = "MOU sessions"


def documents() -> Path:
    """Return the folder where new sessions go."""
    home = _home()
    if home:
        return home / SESSIONS
    from platformdirs import user_documents_path

    return _absolute(user_documents_path()) / SESSIONS


def state() -> Path:
    """Return the folder of what this computer keeps for itself."""
    home = _home()
    if home:
        return home / "state"
    from platformdirs import user_state_path

    return _absolute(user_state_path(APP, appauthor=False))


def samples() -> Path:
    """Return the folder of the scratch copies of the sample."""
    return state() / "samples"


def config() -> Path:
    """Return the folder of the person's own settings."""
    home = _home()
    if home:
        return home / "config"
    from platformdirs import user_config_path

    return _absolute(user_config_path(APP, appauthor=False))


def own_layers() -> Path:
    """Return the folder of the layers that the person wrote, or was given."""
    return config() / "layers"


def content() -> Path:
    """Return the folder of the checklists: inside the package, or next to it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "content"
    return installed if installed.is_dir() else package.parent / "content"


def typed(text: str) -> Path:
    """Return the path that a person typed, with `~` expanded if there is a home folder."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _home() -> Path | None:
    home = os.environ.get("MOU_TUI_HOME")
    return Path(home).absolute() if home else None


def _absolute(path: Path) -> Path:
    # Without a home folder "~" stays as it is, and would become a folder of that name somewhere.
    if not path.is_absolute():
        raise CannotOpen("There is no home folder. Set MOU_TUI_HOME to the folder mou-tui may use.")
    return path
