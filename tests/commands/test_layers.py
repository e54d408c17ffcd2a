"""Layers are listed: the open table of what states and funders ask."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.checklist.requirement_table import COLUMNS
from mou_tui.paths import content
from tests.checklist.layer_text import LAYER
from tests.commands.program import Done, Run


def test_the_table_has_every_requirement_and_says_the_same_as_csv_and_as_json(run: Run, sro: Checklist) -> None:
    listed, objects = run("layer", "list", "--csv"), run("layer", "list", "--json")
    assert (listed.code, listed.err, objects.code, objects.err) == (0, "", 0, "")
    rows, loaded = list(csv.DictReader(io.StringIO(listed.out))), json.loads(objects.out)
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(loaded) == sum(len(layer.lines) for layer in sro.layers)
    for row, item in zip(rows, loaded, strict=True):
        assert row == {key: "; ".join(cell) if isinstance(cell, list) else cell for key, cell in item.items()}
    (posting,) = (item for item in loaded if (item["layer"], item["id"]) == ("ne", "posting"))
    assert posting["official"] == "nebraskalegislature.gov"
    assert (posting["asks"], posting["binds"], posting["certainty"]) == ("duty", ["district"], "part")
    assert posting["points"] == ["publication/filed", "publication/posted"]


def test_it_answers_to_the_other_word_for_a_layer_too(run: Run) -> None:
    assert run("overlay", "list", "--csv") == run("layer", "list", "--csv")


def test_it_can_be_read_as_well(run: Run) -> None:
    done = run("layer", "list")
    assert (done.code, done.err) == (0, "")
    assert "\nNebraska (ne, 2026-11)\n" in done.out
    assert "Neb. Rev. Stat. 79-2704; read 2026-11-30; training, joint-training)" in done.out


def test_both_kinds_at_once_are_refused(run: Run) -> None:
    done = run("layer", "list", "--csv", "--json")
    assert (done.code, done.out, done.err) == (2, "", "It is CSV or JSON. Leave out --csv or --json.\n")


def test_every_column_is_explained_where_layers_are(sro: Checklist) -> None:
    described = (content() / "README.md").read_text(encoding="utf-8").partition("## A layer")[2].partition("\n## ")[0]
    for column in COLUMNS:
        assert f"{column}:" in described or f"`{column}`" in described, column


def test_a_new_session_goes_by_the_law_of_its_state_and_by_the_layers_that_are_named(run: Run, tmp_path: Path) -> None:
    names = ("--agency", "Lake City Police", "--district", "Lake City Schools", "--plain")
    file = tmp_path / "lake.mou.yaml"
    run("new", str(file), *names, "--state", "WA", "--layer", "cops-2020")
    written = file.read_text(encoding="utf-8")
    assert written.partition("\nlayers:\n")[2].startswith(
        '- id: wa\n  version: "2026-11"\n- id: cops-2020\n  version: "2026-11"\n'
    )
    refused = run("new", str(tmp_path / "other.mou.yaml"), *names, "--state", "WA", "--layer", "ohio")
    assert (refused.code, refused.err) == (
        2,
        "“ohio” is no layer that may be chosen in Washington. There is: wa, cops-2020.\n",
    )
    assert not (tmp_path / "other.mou.yaml").exists()


def write(folder: Path, name: str, text: str = LAYER) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_layers_without_mistakes_are_said_to_be_so(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml", LAYER.replace("id: wy-center", "id: wy-other"))
    done = run("layer", "check", "a.yaml", "b.yaml", "--on", "2026-12-01")
    assert done == Done(0, "", "No mistakes: 2 layers with 4 lines.\n")
    shipped = sorted((content() / "layers").glob("*.yaml"))
    assert run("overlay", "check", "--strict", "--on", "2026-12-01", *shipped).code == 0


def test_the_mistakes_of_all_files_are_named_at_once(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", LAYER.replace("asks: duty", "asks: must").replace("read:", "raed:", 1))
    write(tmp_path, "b.yaml")
    write(tmp_path, "c.yaml", LAYER.replace("title: Wyoming\n", "title: *x\n"))
    done = run("layer", "check", "a.yaml", "none.yaml", "b.yaml", "c.yaml", "--on", "2026-12-01")
    assert (done.code, done.out) == (2, "")
    assert [line.partition(" ")[0] for line in done.err.splitlines()] == [
        *("Cannot", "a.yaml:19:", "a.yaml:25:", "a.yaml:32:", "b.yaml:2:", "c.yaml:2:", "c.yaml:3:"),
    ]


def test_a_warning_fails_only_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    for options, code in (((), 0), (("--strict",), 2)):
        done = run("layer", "check", "a.yaml", "--on", "June 1, 2028", *options)
        assert done.code == code
        assert done.err.startswith(
            "Warning: a.yaml:32: “review” (Wyoming Code 1-2-3) was read on 2026-11-30, more than 18 months ago"
        )
    wrong = run("layer", "check", "a.yaml", "--on", "soon")
    assert (wrong.code, "“soon” is not a day; write it as 2026-11-30" in wrong.err) == (2, True)


def test_what_is_no_file_is_said_and_the_exit_code_tells_it_from_mistakes(run: Run, tmp_path: Path) -> None:
    assert run("layer", "check", "none.yaml") == Done(1, "", "Cannot open “none.yaml”: it is not there.\n")
    (tmp_path / "folder").mkdir()
    assert run("layer", "check", "folder") == Done(1, "", "Cannot open “folder”: it is a folder.\n")
    assert run("layer", "check").code == 2


def test_a_layer_over_a_checklist_of_ones_own_is_checked_against_that(run: Run, tmp_path: Path) -> None:
    run("checklist", "new", "visits.yaml")
    text = LAYER.replace("checklist: sro", "checklist: visits")
    for old, new in (("  - review\n  points:\n  - review/cycle", "  - record"), ("  - publication", "  - announcing")):
        text = text.replace(old, new)
    write(tmp_path, "a.yaml", text.replace("state: WY\n", ""))
    assert run("layer", "check", "a.yaml", "--checklist", "visits.yaml", "--on", "2026-12-01").code == 0
    missing = run("layer", "check", "a.yaml")
    assert "a.yaml:4: “visits” is no checklist that is known here; name its file with --checklist" in missing.err


def test_a_sample_in_the_folder_of_layers_is_listed_with_the_others(run: Run, tmp_path: Path, home: Path) -> None:
    folder = home / "config" / "layers"
    folder.mkdir(parents=True)
    assert run("layer", "new", folder / "ours.yaml", "--state", "Wyoming").code == 0
    rows = json.loads(run("layer", "list", "--json").out)
    assert [(row["layer"], row["state"], row["id"]) for row in rows[-1:]] == [("ours", "WY", "review")]
    write(folder, "broken.yaml", LAYER.replace("level: law", "level: statute"))
    listed = run("layer", "list", "--json")
    assert (listed.code, json.loads(listed.out)) == (0, rows)
    assert listed.err.startswith(
        "Your layer broken.yaml:6: “level” is “statute”; allowed: law, grant. It was left out;"
    )


def test_an_export_says_which_layer_was_left_out_of_it(run: Run, session: Path, home: Path) -> None:
    folder = home / "config" / "layers"
    folder.mkdir(parents=True)
    write(folder, "ours.yaml")
    exported = run("export", session, "--document", "requirements", "-o", "-")
    assert "Your layer" not in exported.err
    write(folder, "ours.yaml", LAYER.replace("level: law", "level: statute"))
    exported = run("export", session, "--document", "requirements", "-o", "-")
    assert (exported.code, exported.err.startswith("Your layer ours.yaml:6: “level” is “statute”")) == (0, True)
