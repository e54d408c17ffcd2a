"""The real program, between pipes and on terminals."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.progress import assess_progress
from mou_tui.exchange.export import markdown
from mou_tui.session.codec import decode
from mou_tui.session.model import Session
from tests.plain.terminal import environment, piped, terminal
from tests.plain.transcript import KEPT, transcript

NEW = ("new", "lake.mou.yaml", "--plain", "--agency", "Lake City Police", "--district", "Lake City Schools")
TERMINALS = pytest.mark.parametrize("term", ["dumb", "xterm-256color"])


def saved(folder: Path) -> Session:
    """What the session file of a folder says."""
    return decode((folder / "lake.mou.yaml").read_bytes(), "lake.mou.yaml").session


def whole_interview(checklist: Checklist) -> list[str]:
    """An example for every essential question, all its blanks filled, and the draft as a file."""
    lines = ["names", "", "", "", "", "", "", "", "", "", "", "Iowa", "Lake High", "", "July 1, 2027", "June 30, 2030"]
    for question in checklist.questions("essential"):
        blanks = [blank for blank in find_blanks(question.examples[0].text) if not is_known(checklist, blank.name)]
        lines += ["guidance", "examples", "take 1", "adopt", *["fill 1 something settled"] * len(blanks), "next"]
    return [*lines, "export", "", "quit"]


def is_known(checklist: Checklist, blank: str) -> bool:
    """Whether a blank is filled from the names."""
    roles = [name for role in checklist.parties for name in (role.blank, role.name_blank, role.head_blank)]
    return blank in [name.casefold() for name in (*roles, *(fact.blank for fact in checklist.facts))]


def check_whole(folder: Path, checklist: Checklist) -> None:
    """The interview was gone through, and the draft is what the session amounts to."""
    session = saved(folder)
    done = assess_progress(checklist, session)
    assert (done.written, done.needed, done.blanks) == (24, 24, 0)
    assert (folder / "lake.md").read_text("utf-8") == markdown(checklist, session, now=datetime.now())


def test_a_whole_interview_through_a_pipe(tmp_path: Path, sro: Checklist) -> None:
    code, output = piped(NEW, whole_interview(sro), tmp_path)
    assert code == 0
    assert "Question 24 of 24; 1 open." in output
    assert "24 of 24 questions written, none agreed, no blanks." in " ".join(output.split())
    check_whole(tmp_path, sro)


@TERMINALS
def test_a_whole_interview_on_a_terminal(tmp_path: Path, sro: Checklist, term: str) -> None:
    *lines, last = whole_interview(sro)
    with terminal(NEW, tmp_path, TERM=term, NO_COLOR="1") as program:
        program.types(*lines)
        program.sends(f"{last}\n")
        assert program.ends() == 0
        # Letters and line ends: no colors, no boxes, no cursor that moves.
        assert {character for character in program.output if character < " "} <= {"\n"}
    check_whole(tmp_path, sro)


def test_a_pipe_that_ends_early_loses_nothing(tmp_path: Path) -> None:
    code, output = piped(NEW, ["write", "We agree.", "For"], tmp_path)
    assert code == 1
    assert f"Saved to {tmp_path / 'lake.mou.yaml'}." in " ".join(output.split())
    assert saved(tmp_path).answer("purpose").text == "We agree.\nFor"


def test_bytes_that_are_no_text_are_replaced_and_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mou_tui", *NEW],
        input=b"write caf\xe9\n:end\nquit\n",
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
        check=True,
    )
    assert b"1 control character replaced in that." in done.stdout
    assert saved(tmp_path).answer("purpose").text == "caf\ufffd"


def test_where_there_are_no_typographic_signs_simple_ones_replace_them(tmp_path: Path) -> None:
    _, output = piped(NEW, ["guidance", "quit"], tmp_path, PYTHONIOENCODING="ascii")
    assert 'without adding "but"?' in " ".join(output.split())
    assert "\\" not in output


def test_a_listener_that_goes_away_loses_nothing(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "mou_tui", *NEW],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert program.stdin and program.stdout and program.stderr
    program.stdin.write(b"write We agree.\n:end\n")
    program.stdin.flush()
    while b"Text: written." not in program.stdout.readline():
        pass
    program.stdout.close()
    program.stdin.write(b"examples\nwrite\nadd\nMore.\n:end\n")
    program.stdin.close()
    assert program.wait() == 1
    assert b"Traceback" not in program.stderr.read()
    program.stderr.close()
    assert saved(tmp_path).answer("purpose").text.startswith("We agree.")


@TERMINALS
def test_ctrl_c_in_the_midst_of_a_line_loses_not_a_letter(tmp_path: Path, term: str) -> None:
    with terminal(NEW, tmp_path, TERM=term) as program:
        program.types("write", "We agree.")
        program.begins("And so on")
        program.interrupts()
        assert program.ends() == 1
        assert "\nSaved to" in program.output
    assert saved(tmp_path).answer("purpose").text == "We agree.\nAnd so on"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_told_to_end_saves(tmp_path: Path, number: int) -> None:
    with terminal(NEW, tmp_path, TERM="dumb") as program:
        program.types("write", "We agree.")
        program.begins("And so on")
        program.stop(number)
        assert program.ends() == 1
    assert saved(tmp_path).answer("purpose").text == "We agree.\nAnd so on"


def test_an_impatient_ctrl_c_does_not_break_off_the_saving(tmp_path: Path) -> None:
    with terminal(NEW, tmp_path, TERM="dumb") as program:
        program.types("write", "We agree.")
        program.sends("\x03\x03\x03")
        assert program.ends() == 1
        assert "Saved to" in program.output
    assert saved(tmp_path).answer("purpose").text == "We agree."


@TERMINALS
def test_ctrl_d_ends_an_answer_and_the_program(tmp_path: Path, term: str) -> None:
    with terminal(NEW, tmp_path, TERM=term) as program:
        program.types("write", "We agree.")
        program.sends("\x04")
        assert program.ends() == 1
        assert "\nSaved to" in program.output
    assert saved(tmp_path).answer("purpose").text == "We agree."


@TERMINALS
def test_closing_the_window_loses_no_line(tmp_path: Path, term: str) -> None:
    with terminal(NEW, tmp_path, TERM=term) as program:
        program.types("write", "We agree.")
        program.begins("And so on")
        assert program.hangs_up()
    # What is typed of a line is gone with a terminal that keeps lines to itself until they end.
    assert saved(tmp_path).answer("purpose").text.startswith("We agree.")


@TERMINALS
def test_ctrl_c_while_names_are_given_keeps_them(tmp_path: Path, term: str) -> None:
    with terminal(("new", "lake.mou.yaml", "--plain"), tmp_path, TERM=term) as program:
        program.types("Lake City Police")
        program.begins("Lake City Sch")
        program.interrupts()
        assert program.ends() == 1
    assert [party.name for party in saved(tmp_path).parties] == ["Lake City Police", "Lake City Sch"]


def test_tab_completes_a_word_where_lines_can_be_edited(tmp_path: Path) -> None:
    with terminal(NEW, tmp_path, TERM="xterm-256color") as program:
        program.sends("gui\t")
        program.hears(lambda output: output.endswith("guidance "))
        program.types("")
        assert "To discuss:" in program.output
        program.sends("quit\n")
        assert program.ends() == 0


def test_a_simple_terminal_gets_the_plain_door_and_a_choice_by_number(tmp_path: Path) -> None:
    with terminal((), tmp_path, TERM="dumb") as program:
        assert "so mou-tui works line by line" in program.output
        program.types("1", "Lake City Police", "Lake City Schools", "")
        assert "Question 1 of 24" in program.output
        program.sends("quit\n")
        assert program.ends() == 0
    with terminal((), tmp_path, TERM="dumb") as program:
        words = " ".join(program.output.split())
        assert "1. Lake City Schools and Lake City Police, 0 of 24 questions written, 4 blanks" in words
        program.sends("\x04")
        assert program.ends() == 1


def test_lines_fit_a_braille_display(tmp_path: Path) -> None:
    with terminal(NEW, tmp_path, TERM="dumb", COLUMNS="40") as program:
        program.types("guidance", "examples")
        # An address is longer, and stays whole on a line of its own, so that it can be copied.
        assert all(len(line) <= 40 for line in program.output.splitlines() if " " in line)
        program.sends("quit\n")
        program.ends()


def test_the_transcript_is_the_one_that_was_read_aloud(tmp_path: Path) -> None:
    """If a change of wording is meant: `python -m tests.plain.transcript`, and read it aloud."""
    assert transcript(tmp_path) == KEPT.read_text("utf-8")
