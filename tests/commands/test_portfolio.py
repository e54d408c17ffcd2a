"""The status of many sessions in one table: nothing ends it, and its file is whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui.errors import AlreadyExists
from mou_tui.reports.portfolio import COLUMNS
from mou_tui.storage.streamed_file import streamed_file
from tests.commands.program import SAMPLE, TOP, Run


@pytest.fixture
def agreements(tmp_path: Path) -> Path:
    """A folder with two sessions, a damaged one, and what is none."""
    folder = tmp_path / "agreements"
    (folder / "north").mkdir(parents=True)
    (folder / "a.mou.yaml").write_bytes(SAMPLE.read_bytes())
    (folder / "damaged.mou.yaml").write_bytes(b'format: "1"\nanswers: [\n')
    (folder / "north" / "b.mou.yaml").write_bytes(SAMPLE.read_bytes())
    (folder / "notes.txt").write_text("no session")
    return folder


def test_a_folder_is_one_table_with_a_row_for_each_session_below_it(run: Run, agreements: Path) -> None:
    done = run("status", "agreements", "--csv")
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert tuple(rows[0]) == COLUMNS
    names = [Path(row["file"]).relative_to("agreements").as_posix() for row in rows]
    assert names == ["a.mou.yaml", "damaged.mou.yaml", "north/b.mou.yaml"]
    sample = rows[0]
    assert sample["title"] == "Alder Valley School District and Lake Marion Police Department"
    assert (sample["state"], sample["requirements_without_words"], sample["problem"]) == ("WA", "11", "")
    status = json.loads(run("status", "--json", str(agreements / "a.mou.yaml")).out)
    for column in ("needed", "written", "blanks", "agreed", "objections", "later", "actions_open"):
        assert sample[column] == str(status[column]), column


def test_a_damaged_file_has_its_reason_in_its_row_and_ends_nothing(run: Run, agreements: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("status", "agreements", "--csv").out)))
    assert "damaged.mou.yaml:2" in rows[1]["problem"]
    assert rows[1]["title"] == rows[1]["needed"] == ""
    gone = run("status", "agreements", "gone.mou.yaml", "--csv")
    assert gone.code == 0
    assert "Cannot open “gone.mou.yaml”" in gone.out.splitlines()[-1]


def test_for_programs_each_row_is_a_line(run: Run, agreements: Path) -> None:
    done = run("status", "agreements", "--json")
    loaded = [json.loads(line) for line in done.out.splitlines()]
    assert [tuple(row) for row in loaded] == [COLUMNS] * 3
    assert loaded[0]["needed"] == 23


def test_no_cell_is_a_formula(run: Run, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("Alder Valley School District", "=HYPERLINK(1)")
    (tmp_path / "formula.mou.yaml").write_text(text, encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(run("status", "formula.mou.yaml", "--csv").out))
    assert row["title"].startswith("'=HYPERLINK(1)")


def test_it_is_written_whole_and_replaces_nothing_unless_told_to(run: Run, agreements: Path, tmp_path: Path) -> None:
    done = run("status", "agreements", "--csv", "-o", "all.csv")
    assert (done.code, done.out, done.err) == (0, "", "Wrote all.csv\n")
    assert len((tmp_path / "all.csv").read_text(encoding="utf-8").splitlines()) == 4
    assert run("status", "agreements", "--csv", "-o", "all.csv").code == 1
    assert run("status", "agreements", "--csv", "-o", "all.csv", "--force").code == 0
    assert run("status", "agreements", "--csv", "-o", "agreements/a.mou.yaml", "--force").code == 1
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".~")] == []


def test_a_folder_alone_says_what_to_add(run: Run, agreements: Path) -> None:
    done = run("status", "agreements")
    expected = "“agreements” is a folder. To sum up the sessions in it, add --csv or --json.\n"
    assert (done.code, done.err) == (1, expected)
    assert run("status", "agreements/a.mou.yaml", "-o", "a.csv").code == 2
    assert run("status", "agreements", "--csv", "--json").code == 2


def test_nothing_stands_under_the_name_when_something_fails_midway(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    with pytest.raises(RuntimeError), streamed_file(path) as file:
        file.write(b"half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyExists), streamed_file(path) as file:
        file.write(b"other")
    assert path.read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_killed_at_any_moment_it_leaves_no_half_file(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from mou_tui.storage.streamed_file import streamed_file\n"
        "with streamed_file(Path('all.csv')) as file:\n"
        "    file.write(b'half'); file.flush(); print('now', flush=True); time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    process = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, env=environment)
    assert process.stdout and process.stdout.readline() == b"now\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not (tmp_path / "all.csv").exists()
