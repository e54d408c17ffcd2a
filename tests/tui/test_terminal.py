"""The real program in a pseudo-terminal: what it takes from the keyboard, and every byte it gives the terminal."""

from __future__ import annotations

import os
import re
import signal
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Answer, Session
from tests.tui.conftest import Begin
from tests.tui.hostile import NAME, TEXT, hostile_session
from tests.tui.terminal import ESCAPE, F1, F2, F3, F8, SEQUENCE, Terminal, ctrl

OBEYED = re.compile(
    rb"[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]"
    rb"|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]"
)
"""What a terminal would obey, apart from line ends and the sequences above, in UTF-8."""


def sequences(output: bytes) -> Counter[bytes]:
    """How often each kind of sequence was sent."""
    kinds = (
        (match[1] or b"") + (match[2] or b"") + (match[3] or b"") + (match[5] or b"")
        for match in SEQUENCE.finditer(output)
    )
    return Counter(kinds)


def visit_everything(terminal: Terminal) -> None:
    """Go through the screens, pasting on the way, and leave."""
    terminal.paste(TEXT, "pasted.")
    terminal.press(F2, "Review and export")
    terminal.press(F3, "▌ 1.1")
    terminal.press(ctrl("r"), "Review · ")
    terminal.press("f", "[open")
    terminal.press(ESCAPE, "▌ 1.1")
    terminal.press(ctrl("f"), "Words, or a number")
    terminal.paste("click=app", "click=app")
    terminal.press(ESCAPE, "▌ 1.1")
    terminal.press(F8, "Why does it not apply?")
    terminal.paste(TEXT[:400], "pasted.")
    terminal.press(ESCAPE, "▌ 1.1")
    terminal.press(F1, "Esc closes")
    terminal.press(ESCAPE, "▌ 1.1")
    terminal.press(ctrl("p"), "Search for commands")
    terminal.press(ESCAPE, "▌ 1.1")
    terminal.press(ctrl("s"), "Saving to")
    os.write(terminal.master, ctrl("q").encode())


@pytest.fixture
def plain(begin: Begin) -> Path:
    """A harmless session."""
    workspace = begin(purpose="Safe schools.")
    workspace.store.close()
    return workspace.store.path


@pytest.fixture
def hostile(begin: Begin) -> Path:
    """A session with hostile text everywhere, as the file of somebody else may hold it, and a name of that kind."""
    workspace = begin()
    session = hostile_session(workspace)
    workspace.store.close()
    path = workspace.store.path.with_name(f"{NAME}.mou.yaml")
    path.write_bytes(unclean(session))
    return path


def unclean(session: Session) -> bytes:
    """A session file with control characters in it, written as YAML spells them."""
    before = encode(session.with_answer("alternatives", Answer("MARK")))
    spelt = "".join(f"\\u{ord(letter):04x}" for letter in TEXT[:400] if ord(letter) < 0x10000)
    data = re.sub(rb"text:[^\n]*\s+MARK", lambda _: f'text: "{spelt}"'.encode(), before)
    assert decode(data, "it").replaced > 0
    return data


def test_nothing_of_a_hostile_session_reaches_the_terminal_but_to_be_shown(hostile: Path, plain: Path) -> None:
    with closing(Terminal("open", plain)) as usual:
        usual.wait("Next   ")
        visit_everything(usual)
        assert usual.end() == 0

    with closing(Terminal("open", hostile)) as terminal:
        terminal.wait("replaced")
        visit_everything(terminal)
        assert terminal.end() == 0

    assert "PWNED" in terminal.output.decode()
    assert not OBEYED.search(SEQUENCE.sub(b"", terminal.output))
    assert not OBEYED.search(SEQUENCE.sub(b"", usual.output))
    assert set(sequences(terminal.output)) <= set(sequences(usual.output))
    for sent in (b"\x1b]0;", b"\x1b]2;", b"\x1b]8;", b"\x1b]52;", b"pwned.example\x1b\\"):
        assert sent not in terminal.output


def assert_given_back(terminal: Terminal) -> None:
    """The terminal is as it was: its own screen, its cursor, no mouse and no pastes in brackets."""
    for mode in (b"?1049", b"?1000", b"?2004"):
        assert terminal.output.rindex(b"\x1b[" + mode + b"l") > terminal.output.rindex(b"\x1b[" + mode + b"h")
    assert terminal.output.rindex(b"\x1b[?25h") > terminal.output.rindex(b"\x1b[?25l")


def test_new_begins_at_the_first_question_with_the_cursor_in_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "falls.mou.yaml"
    names = ("--agency", "Elm Falls Police", "--district", "Elm Falls Schools", "--state", "IA")
    with closing(Terminal("new", file, *names)) as terminal:
        terminal.wait("Next   ")
        assert file.is_file()
        terminal.press("We agree.", "Text 1 of 24")
        terminal.press(ctrl("q"), "Saved in")
        assert terminal.end() == 0

    assert_given_back(terminal)
    assert "We agree." in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_terminal_that_goes_away_takes_no_words_with_it(plain: Path, name: str) -> None:
    with closing(Terminal("open", plain)) as terminal:
        terminal.wait("Next   ")
        terminal.press("Half a sen", "Half a sen")
        terminal.process.send_signal(signal.Signals[name])
        assert terminal.end() == 0

    assert_given_back(terminal)
    assert "Half a sen" in plain.read_text("utf-8")


def test_keys_pressed_before_the_screen_is_there_harm_nothing(plain: Path) -> None:
    with closing(Terminal("open", plain)) as terminal:
        os.write(terminal.master, b"early\r\t" + F2.encode())
        terminal.wait("Safe schools.")
        terminal.press(ctrl("s"), "Saving to")
        terminal.press(ctrl("q"), "Saved in")
        assert terminal.end() == 0


def test_what_is_typed_in_one_window_is_seen_in_the_other(plain: Path) -> None:
    with closing(Terminal("open", plain)) as interview, closing(Terminal("watch", plain)) as workspace:
        interview.wait("Next   ")
        workspace.wait("Safe schools.")
        interview.press("For all. ", "For all.")
        workspace.wait("For all. Safe schools.")
        interview.press(ctrl("n"), "1.2 ")
        workspace.wait("Not yet settled")
        interview.press("Both schools.", "Both schools.")
        interview.press(ctrl("s"), "Saving to")
        workspace.wait("Both schools.")

        before = plain.read_bytes()
        os.write(workspace.master, b"x\r\x7f")
        workspace.press(F1, "Nothing is written here.")
        workspace.press(ESCAPE, "Both schools.")
        os.write(workspace.master, ctrl("q").encode())
        assert workspace.end() == 0
        assert plain.read_bytes() == before
        interview.press(ctrl("q"), "Saved in")
        assert interview.end() == 0

    assert_given_back(workspace)


@pytest.mark.parametrize("times", [1, 3])
def test_after_a_stop_that_nobody_announced_keys_and_leaving_work_as_before(plain: Path, times: int) -> None:
    with closing(Terminal("open", plain)) as terminal:
        terminal.wait("Next   ")
        for number in range(times):
            terminal.process.send_signal(signal.SIGSTOP)
            os.waitpid(terminal.process.pid, os.WUNTRACED)
            terminal.process.send_signal(signal.SIGCONT)
            terminal.press(f"typed {number} ", until=f"typed {number}")
        terminal.send(ctrl("q"))
        assert terminal.end() == 0
    assert f"typed {times - 1}" in decode(plain.read_bytes(), "a").session.answer("purpose").text
