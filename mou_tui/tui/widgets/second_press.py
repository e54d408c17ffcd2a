"""Letters that count only when they are pressed twice, because a stray sentence may hold them."""

from __future__ import annotations


class SecondPress:
    """Knows which letter waits to be pressed once more; any other key in between makes it forgotten."""

    def __init__(self) -> None:
        self._waiting: tuple[str, str] | None = None
        self._key = ""

    def note_key(self, key: str) -> None:
        """Note a key, before what it does."""
        if key != self._key:
            self._waiting = None
        self._key = key

    def is_second(self, party: str, action_id: str) -> bool:
        """Return whether an action was asked for before, for the same party; if not, it waits from now on."""
        pressed = (party, action_id)
        is_second = self._waiting == pressed
        self._waiting = None if is_second else pressed
        return is_second
