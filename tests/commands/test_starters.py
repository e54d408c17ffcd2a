"""A sample of a layer or a checklist is written for authors; it passes its check unchanged."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml

from tests.commands.program import Done, Run


@pytest.mark.parametrize(
    "arguments",
    [
        ("layer", "ours.yaml"),
        ("layer", "ne.yaml", "--state", "Nebraska"),
        ("layer", "Ünser Layer (2).yml", "--state", "dc"),
        ("overlay", "wa.mou.yaml", "--state", "WA"),
        ("checklist", "visits.yaml"),
        ("checklist", "sro.yaml"),
    ],
    ids=" ".join,
)
def test_a_sample_passes_its_check_unchanged(run: Run, arguments: tuple[str, ...]) -> None:
    kind, name, *options = arguments
    written = run(kind, "new", name, *options)
    assert (written.code, written.out) == (0, "")
    assert written.err.startswith(f"Written: {name}, a sample to change.")
    assert f" {'layer' if kind == 'overlay' else kind} check {shlex.quote(name)}” says what is wrong" in written.err
    checked = run(kind, "check", "--strict", name)
    assert (checked.code, checked.err.startswith("No mistakes: ")) == (0, True), checked


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    for kind in ("layer", "checklist"):
        (tmp_path / f"{kind}.yaml").write_text("mine")
        (tmp_path / f"{kind}.schema.json").write_text("mine, too")
        done = run(kind, "new", f"{kind}.yaml")
        assert done == Done(1, "", f"“{kind}.yaml” is already there; it was left as it is.\n")
        assert run(kind, "new", "another.yaml" if kind == "layer" else "third.yaml").code == 0
        assert (tmp_path / f"{kind}.yaml").read_text() == "mine"
        assert (tmp_path / f"{kind}.schema.json").read_text() == "mine, too"


def test_the_schema_that_the_sample_names_stands_beside_it(run: Run, tmp_path: Path) -> None:
    for kind in ("layer", "checklist"):
        run(kind, "new", f"my-{kind}.yaml")
        first = (tmp_path / f"my-{kind}.yaml").read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={kind}.schema.json"
        schema = json.loads((tmp_path / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert schema == json.loads(run(kind, "schema").out)


def test_the_law_of_a_state_names_it_and_a_grant_does_not(run: Run, tmp_path: Path) -> None:
    run("layer", "new", "ne.yaml", "--state", "nebraska")
    run("layer", "new", "grant.yaml")
    law, grant = (yaml.safe_load((tmp_path / f"{name}.yaml").read_text(encoding="utf-8")) for name in ("ne", "grant"))
    assert (law["id"], law["title"], law["level"], law["state"]) == ("ne-own", "Nebraska", "law", "NE")
    assert (grant["id"], grant["level"], "state" in grant) == ("grant", "grant", False)


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (("layer", "new", "ours"), 2, "“ours” should end in .yaml, by which editors know what it is."),
        (("layer", "new", "ours.yaml", "--state", "Lake"), 2, "“Lake” is no state; write its name or its postal code"),
        (("checklist", "new", "nowhere/ours.yaml"), 1, "Cannot save “nowhere/ours.yaml”: its folder is gone"),
        (("checklist", "new", ""), 2, "an empty name is no file"),
        (("checklist", "schema", "layers"), 2, "'layers' is not one of"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    run: Run, arguments: tuple[str, ...], code: int, expected: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert expected in done.err


def test_an_agreement_is_begun_from_the_sample(run: Run, tmp_path: Path) -> None:
    run("checklist", "new", "visits.yaml")
    run(
        "new",
        "lake.mou.yaml",
        "--checklist",
        "visits.yaml",
        "--agency",
        "Lake Police",
        "--district",
        "Lake Schools",
        "--plain",
    )
    exported = run("export", "lake.mou.yaml", "--checklist", "visits.yaml", "-o", "-")
    assert "# Agreement on Visits of Officers" in exported.out
    assert "Lake Police" in exported.out


def test_ids_are_listed_for_whoever_writes_a_layer(run: Run) -> None:
    lines = run("checklist", "show", "--ids").out.splitlines()
    assert lines[0].startswith("purpose   1.1 What should an SRO achieve")
    assert "  review/cycle   " in "\n".join(lines)
