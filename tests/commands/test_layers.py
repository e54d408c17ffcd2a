"""Layers are listed: the open table of what states and funders ask."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.checklist.requirement_table import COLUMNS
from mou_tui.paths import content
from tests.commands.program import Run


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
