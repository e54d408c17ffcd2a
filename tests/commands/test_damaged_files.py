"""What is no session gets one clear message from every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.program import Run

DAMAGED = {
    "empty": (b"", 2, "is empty"),
    "zeros": (b"\x00" * 64, 2, "nothing but zeros"),
    "utf-16": (b"\xff\xfe\x00", 2, "UTF-16"),
    "latin-1": (b"format: 1\n\xff\n...\n", 2, "latin-1.mou.yaml:2: has a character here that is not UTF-8"),
    "words": (b"hello\n...\n", 2, "not a mou-tui session"),
    "cut": (b"format: 1\nchecklist:\n  id: sro\n", 2, "looks cut off"),
    "other": (b"format: 1\nchecklist:\n  id: other\n  version: 1\n...\n", 1, "did not come with this program"),
    "newer": (b"format: 9\nchecklist: all\n...\n", 1, "newer mou-tui"),
    "depth": (b"format: 1\nchecklist:\n  id: sro\n  version: 1\ndepth: deep\n...\n", 2, "allowed: essential, full"),
    "brackets": (b"[" * 100_000, 2, "brackets.mou.yaml"),
    "anchor": (b"a: &a [*a]\n...\n", 2, "anchor.mou.yaml:1"),
}


def test_every_damaged_session_gets_one_clear_message(run: Run, tmp_path: Path) -> None:
    for name, (data, _, _) in DAMAGED.items():
        (tmp_path / f"{name}.mou.yaml").write_bytes(data)
    done = run("status", *(f"{name}.mou.yaml" for name in DAMAGED))
    assert (done.code, done.out) == (2, "")
    messages = done.err.splitlines()
    assert len(messages) == len(DAMAGED)
    assert [
        expected
        for message, (_, _, expected) in zip(messages, DAMAGED.values(), strict=True)
        if expected not in message
    ] == []


@pytest.mark.parametrize("name", ["cut", "other", "newer"])
@pytest.mark.parametrize("command", ["status", "export", "open", "watch"])
def test_a_damaged_session_is_left_alone(run: Run, tmp_path: Path, name: str, command: str) -> None:
    data, code, expected = DAMAGED[name]
    (tmp_path / "bad.mou.yaml").write_bytes(data)
    done = run(command, "bad.mou.yaml")
    assert (done.code, done.out) == (code, "")
    assert expected in done.err
    assert (tmp_path / "bad.mou.yaml").read_bytes() == data
    assert not (tmp_path / "bad.md").exists()


@pytest.mark.parametrize(
    "command", [("status",), ("export",), ("open",), ("watch",), ("checklist", "check")], ids=" ".join
)
def test_what_is_no_file_gets_one_clear_message(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("folder", "a" * 5000):
        done = run(*command, name)
        assert (done.code, done.out) == (1, "")
        assert len(done.err.splitlines()) == 1
