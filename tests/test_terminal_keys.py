"""Keys that a terminal keeps for itself are known, with what to press in their place."""

from __future__ import annotations

import pytest

from mou_tui.terminal_keys import described, kept_keys


@pytest.mark.parametrize(
    ("environment", "key", "instead"),
    [
        ({"TMUX": "/tmp/tmux-0/default,1,0"}, "ctrl+b", "Ctrl+B twice"),
        ({"STY": "1.tty"}, "ctrl+a", "Ctrl+A, then a"),
        ({"TERM_PROGRAM": "vscode"}, "ctrl+p", "More below the answer"),
        ({"TERM_PROGRAM": "vscode"}, "f12", "More, then All present can live with it"),
        ({"VTE_VERSION": "7600"}, "f1", "Ctrl+P, then Help"),
        ({"VTE_VERSION": "7600"}, "f10", "Ctrl+P, then Write in your own editor"),
        ({"KONSOLE_VERSION": "240800"}, "f11", "Ctrl+P, then the first letters of what you want"),
        ({"WT_SESSION": "x"}, "f11", "Ctrl+P, then the first letters of what you want"),
        ({"TERM": "scoansi"}, "f1", "Ctrl+P, then Help"),
    ],
)
def test_what_a_terminal_keeps(environment: dict[str, str], key: str, instead: str) -> None:
    kept = {kept.key: kept for kept in kept_keys(environment)}
    assert kept[key].instead == instead
    assert instead in described(kept_keys(environment))


def test_tmux_keeps_the_prefix_it_was_given_and_no_other() -> None:
    kept = kept_keys({"TMUX": "x"}, "ctrl+a")
    assert [(key.key, key.instead) for key in kept] == [("ctrl+a", "Ctrl+A twice")]
    assert kept_keys({"TMUX": "x"}, "") == ()


def test_a_terminal_that_keeps_nothing_is_left_alone() -> None:
    assert kept_keys({"TERM": "xterm-256color"}) == ()
