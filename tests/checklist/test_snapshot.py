from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

import pytest

import mou_tui.checklist
from mou_tui import paths
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.loader import available, find, load
from mou_tui.checklist.snapshot import (
    LAYERS_MODULE,
    layers_module_source,
    module_name,
    module_source,
    read_layer_snapshot,
    read_snapshot,
)


def forget(module: str) -> None:
    """Have a snapshot imported anew, as in another start."""
    sys.modules.pop(f"mou_tui.checklist.{module}", None)
    invalidate_caches()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of what comes with the program, and snapshots of it, as in a wheel."""
    copy, package = tmp_path / "content", tmp_path / "package"
    shutil.copytree(paths.content(), copy)
    package.mkdir()
    monkeypatch.setattr("mou_tui.checklist.loader.content", lambda: copy)
    monkeypatch.setattr("mou_tui.checklist.loader.read_snapshot", read_snapshot)
    monkeypatch.setattr("mou_tui.checklist.loader.read_layer_snapshot", read_layer_snapshot)
    monkeypatch.setattr(mou_tui.checklist, "__path__", [*mou_tui.checklist.__path__, str(package)])
    sources: dict[str, str] = {}
    layers: dict[Path, Layer] = {}
    for checklist_id in available():
        folder, checklist = find(checklist_id), load(checklist_id)
        sources[module_name(folder)] = module_source(folder, checklist)
        layers |= {copy / "layers" / f"{layer.id}.yaml": layer for layer in checklist.layers}
    sources[LAYERS_MODULE] = layers_module_source(layers)
    for name, source in sources.items():
        (package / f"{name}.py").write_text(source, encoding="utf-8")
        forget(name)
    yield copy
    for name in sources:
        forget(name)


def test_the_snapshot_of_each_checklist_says_what_its_files_say(content: Path) -> None:
    for checklist_id in available():
        assert read_snapshot(content / checklist_id) == replace(load(checklist_id), layers=())


def test_a_start_reads_no_yaml_where_there_is_a_snapshot(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load()
    monkeypatch.setattr("mou_tui.checklist.file_reader.read_mended", None)

    checklist = load(defer_layers=True)

    assert replace(checklist, layers=()) == replace(expected, layers=())


def test_the_layers_are_read_from_no_yaml_either(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load().layers
    monkeypatch.setattr("mou_tui.checklist.file_reader.read_mended", None)

    assert tuple(load(defer_layers=True).layers) == expected


def test_a_layer_that_was_edited_or_added_is_read_as_it_now_is(content: Path) -> None:
    path = content / "layers" / "va.yaml"
    text = path.read_text(encoding="utf-8").replace("checklist: sro", "checklist: sro\n# Read again.", 1)
    path.write_text(text.replace("version:", 'version: "edited" # ', 1), encoding="utf-8")
    path.with_name("vb.yaml").write_text(text.replace("id: va", "id: vb", 1), encoding="utf-8")

    layers = {layer.id: layer for layer in load(defer_layers=True).layers}

    assert (layers["va"].version, layers["vb"].lines) == ("edited", layers["va"].lines)
    assert layers == {layer.id: layer for layer in load().layers}


def test_a_checkout_has_no_snapshot() -> None:
    assert [read_snapshot(find(checklist_id)) for checklist_id in available()] == [None for _ in available()]
    assert not find_spec(f"mou_tui.checklist.{LAYERS_MODULE}")


@pytest.mark.parametrize("name", ["checklist.yaml", "sources.yaml", "topics/01-mission.yaml"])
def test_an_edited_checklist_is_not_read_from_its_old_snapshot(content: Path, name: str) -> None:
    path = next((content / "sro").glob(name), None) or sorted((content / "sro" / "topics").glob("*.yaml"))[0]
    before = load(defer_layers=True)
    path.write_bytes(path.read_bytes() + b"# Read again.\n")

    assert read_snapshot(content / "sro") is None
    assert replace(load(defer_layers=True), layers=()) == replace(before, layers=())


def test_an_edited_question_is_asked_as_it_now_is(content: Path) -> None:
    path = sorted((content / "sro" / "topics").glob("*.yaml"))[0]
    label = load().topics[0].questions[0].label
    path.write_text(path.read_text(encoding="utf-8").replace(f"label: {label}", "label: Why", 1), encoding="utf-8")

    assert load(defer_layers=True).topics[0].questions[0].label == "Why"


def test_a_topic_that_was_added_or_taken_out_is_seen(content: Path) -> None:
    last = sorted((content / "sro" / "topics").glob("*.yaml"))[-1]
    data = last.read_bytes()

    last.unlink()
    assert read_snapshot(content / "sro") is None
    last.with_name("00-first.yaml").write_bytes(data)
    assert read_snapshot(content / "sro") is None
    last.with_name("00-first.yaml").unlink()
    last.write_bytes(data)
    assert read_snapshot(content / "sro") is not None


def test_a_checklist_of_somebody_else_never_has_one(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content / "sro", tmp_path / "ours")

    assert read_snapshot(tmp_path / "ours") is None
    assert load(str(tmp_path / "ours"), defer_layers=True).topics == load().topics


def test_what_reads_and_checks_the_yaml_of_checklists_is_not_even_imported_for_a_start() -> None:
    script = "import sys, mou_tui.workspace.session_reader; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.split())
    assert "mou_tui.checklist.own_layers" in loaded
    assert not loaded & {f"mou_tui.checklist.{name}" for name in ("checklist_files", "file_reader", "layer_reader")}
