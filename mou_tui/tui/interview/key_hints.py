"""The key bar of the interview, and the messages shown in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.screen import Screen

from mou_tui.persistence.save_tracker import is_copyable
from mou_tui.session.model import OPENING
from mou_tui.tui.actions.action import ActionSpec, mutating_ids
from mou_tui.tui.actions.interview import INTERVIEW, KEY_BAR
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.positions import POSITIONS
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.workspace.workspace import Workspace

_MUTATING = mutating_ids(INTERVIEW)
_LOCKED = mutating_ids(INTERVIEW, in_force=True)
_BACK = ActionSpec("leave", "Back to the answer", "Leave the parties.", "escape", "Back")
_WRITE = next(action for action in INTERVIEW if action.id == "write")._replace(keys="enter", footer="Write")


def _here(action_id: str, footer: str) -> ActionSpec:
    """Return an action of the interview with what it does where the focus is."""
    return next(action for action in INTERVIEW if action.id == action_id)._replace(footer=footer)


_TO_ANSWER = ActionSpec("leave", "Back to the answer", "Leave the guidance.", "escape", "Back to the answer")
_READ_ON = ActionSpec("page_down", "Read on", "Scroll down a page.", "pagedown", "Read on", focused=True)
_PAGES = {
    "topics-list": (
        ActionSpec("select", "Open", "Go to the question.", "enter", "Open", focused=True),
        _here("topics", "Back to the answer"),
        _here("draft", "Draft"),
        _here("review", "Review"),
    ),
    "preview": (
        _READ_ON,
        _here("draft", "Back to the answer"),
        _here("topics", "Topics"),
        # Without a key of its own it is first in the palette.
        _here("export", "Export")._replace(keys="ctrl+p"),
    ),
}
"""Keys of a page, by the id of what has the focus there."""
_AMONG_EXAMPLES = (
    ActionSpec("press", "Take", "Put the example into the answer.", "enter", "Take this one", focused=True),
    _here("take", "Next example"),
    _TO_ANSWER,
)
_AMONG_WORDINGS = (
    ActionSpec("press", "Choose", "Make this wording the answer.", "enter", "Choose this one", focused=True),
    ActionSpec("turn_wording(1)", "Other wording", "Go to the other wording.", "right", "Other wording", focused=True),
    _TO_ANSWER,
)
_AT_POINTS = (
    ActionSpec("select", "Tick", "Tick the point, or take the tick away.", "space", "Tick", focused=True),
    _here("points_done", "All gone through"),
    _here("guidance", "Next tab"),
    _TO_ANSWER,
)
_IN_GUIDANCE = (
    _here("guidance", "Next tab"),
    ActionSpec("scroll('page_down')", "Read on", "Scroll down a page.", "pagedown", "Read on", focused=True),
    _TO_ANSWER,
)


class KeyHints:
    """Shows the keys that do something now, and explains a key that does nothing.

    Args:
        screen: has the key bar.
        workspace: the open session.
    """

    def __init__(self, screen: Screen[None], workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace
        self._has_blanks: bool | None = None
        """Whether the clause has a blank; None until one is looked for, once the answer is on the screen."""

    @property
    def _clause_has_blanks(self) -> bool:
        from mou_tui.draft.blanks import blanks_of, find_blanks

        workspace = self._workspace
        return bool(find_blanks(workspace.text) if workspace.clause_id == OPENING else blanks_of(workspace.answer))

    def is_enabled(self, action_id: str) -> bool | None:
        """Return whether an action can be done now; None where the palette is not to offer it either."""
        if action_id == "next_blank":
            if self._has_blanks is None:
                self._has_blanks = self._clause_has_blanks
            return self._has_blanks
        if action_id in ("keep_sample", "save_elsewhere"):
            return True if self._workspace.sample.is_open is (action_id == "keep_sample") else None
        refused = _MUTATING if self._workspace.store.read_only else _LOCKED if self._workspace.read_only else ()
        return None if action_id in refused else True

    def show(self) -> None:
        """Show the keys that do something where the focus is: among the parties, topics or examples, in the draft."""
        bar, focused = self._screen.query_one(KeyBar), self._screen.focused
        # On the smallest screen the question gives way to the guidance somebody reads.
        is_reading = focused is not None and any(widget.id == "guidance" for widget in focused.ancestors)
        self._screen.set_class(is_reading, "-reading")
        self._screen.set_class(self.is_with_parties, "-asking")
        if self.is_with_parties:
            bar.show(self._keys_of_parties(), whose=self._asked_party)
            return
        if elsewhere := self._keys_elsewhere():
            bar.show((*elsewhere, *(action for action in KEY_BAR if action.id == "help")), max_rows=1)
            return
        idle = {action.id for action in KEY_BAR if not self._is_shown_enabled(action.id)}
        resting = (_WRITE,) if self._screen.query_one(AnswerPanel).has_focus else ()
        bar.show((*resting, *self._most_needed_first()), idle, max_rows=1)

    def _is_shown_enabled(self, action_id: str) -> bool | None:
        return self._has_blanks if action_id == "next_blank" else self.is_enabled(action_id)

    def _most_needed_first(self) -> Sequence[ActionSpec]:
        """Return the keys of the interview; once parties have spoken on a clause, the way to them comes early."""
        has_spoken = self._workspace.question is not None and self._workspace.positions.agreement.state != "not-asked"
        if not has_spoken:
            return KEY_BAR
        return sorted(KEY_BAR, key=lambda action: {"next": 0, "positions": 1, "help": 3}.get(action.id, 2))

    def _keys_elsewhere(self) -> Sequence[ActionSpec]:
        """Return the keys of the page or the pane that has the focus; none if it is the answer."""
        focused = self._screen.focused
        if focused is None:
            return ()
        if focused.id == "pane-points":
            return _AT_POINTS
        if focused.id in _PAGES:
            return _PAGES[focused.id]
        around = {widget.id for widget in focused.ancestors}
        if "pane-examples" in around:
            return _AMONG_EXAMPLES
        if "pane-alternatives" in around:
            return _AMONG_WORDINGS
        return _IN_GUIDANCE if "guidance" in around else ()

    def update(self) -> None:
        """Show the keys anew if the clause has come to hold a blank, or holds none any more."""
        has_blanks = self._clause_has_blanks
        if has_blanks != self._has_blanks:
            self._has_blanks = has_blanks
            self.show()

    @property
    def is_with_parties(self) -> bool:
        """Whether the row of the parties has the focus."""
        return self._screen.focused is not None and self._screen.focused.id == "agreement"

    @property
    def _asked_party(self) -> str:
        """The name of the party that the next letter is about."""
        from mou_tui.tui.widgets.agreement_layout import name_on_line

        chosen = self._screen.query_one(AnswerPanel).chosen_party
        stances = self._workspace.positions.agreement.stances
        return next((name_on_line(stance) for stance in stances if stance.party.id == chosen), "")

    def _keys_of_parties(self) -> Iterable[ActionSpec]:
        if self._screen.query_one(AnswerPanel).are_parties_refused:
            return (_BACK,)
        if not self._workspace.locks.holders(self._workspace.clause_id):
            return (action for action in POSITIONS if action.id != "unlocks")
        # Where there is no room for all, the least needed ones are left out first.
        return sorted(POSITIONS, key=lambda action: (action.id == "back_to_answer", action.id == "not_asked"))

    def refuse_if_locked(self) -> bool:
        """Return whether the current text cannot be changed; if so, say in place of the keys what can be done."""
        from mou_tui.tui.interview.lock_messages import copy_to_work_on, lock_line

        store = self._workspace.store
        if store.read_only:
            way = f"Read-only. {copy_to_work_on(self._screen.app)}"
            self._say(Content(way if is_copyable(store.state) else store.state.message))
            return True
        if self._workspace.read_only:
            self._say(Content(self._workspace.adoption.locked_message))
            return True
        holders = self._workspace.locks.holders(self._workspace.clause_id)
        if holders:
            app = self._screen.app
            parties = key_of(app, "positions")
            propose, unlock = f"{parties}, then {key_of(app, 'proposes')}", key_of(app, "unlocks")
            width = self._screen.query_one(KeyBar).content_size.width
            self._say(lock_line(self._workspace.checklist, holders, width, propose=propose, unlock=unlock))
        return bool(holders)

    def explain_resting(self) -> None:
        """Say, to a letter that lands where nothing is written, how to go on writing."""
        self._say(Content.assemble(("Enter", "bold"), " goes on writing in the answer"))

    def _say(self, line: Content) -> None:
        bar = self._screen.query_one(KeyBar)
        bar.say(line)
        if isinstance(self._screen.app, BaseApp):
            self._screen.app.messages.add(bar.end)
