"""A layer of one’s own lies over the checklist once it is in its folder; a broken one is left out and said to be."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import pytest

from mou_tui import paths
from mou_tui.checklist.layer_files import LayerFiles
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.own_layers import own_layers, shipped_ids
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.checklist.layer_text import LAYER


@pytest.fixture
def folder(home: Path) -> Path:
    folder = paths.own_layers()
    assert folder.is_relative_to(home)
    folder.mkdir(parents=True)
    return folder


def write(folder: Path, name: str, text: str = LAYER) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_layer_in_the_folder_is_asked_for_like_any_other(folder: Path) -> None:
    write(folder, "wy-center.yaml")
    catalog = ChecklistCatalog()
    checklist = catalog.asked
    titles = [layer.title for layer, _ in checklist.layer_lines("review") if layer.state == "WY"]
    assert titles == ["Wyoming"]
    assert [layer.id for layer in checklist.layers][-2:] == ["wa", "wy-center"]
    assert isinstance(checklist.layers, LayerFiles)
    assert catalog.layer_problems == ()


def test_without_the_folder_nothing_changes(home: Path, sro: Checklist) -> None:
    catalog = ChecklistCatalog()
    assert tuple(catalog.asked.layers) == tuple(sro.layers)
    assert not home.exists()


def test_what_has_mistakes_is_left_out_and_said_with_the_way_to_all_of_them(folder: Path, sro: Checklist) -> None:
    write(folder, "bad one.yaml", LAYER.replace("  - review\n", "  - revew\n").replace("level: law", "level: statute"))
    write(folder, "fine.yaml")
    own = own_layers(sro)
    assert [layer.id for layer in own.layers] == ["wy-center"]
    (problem,) = own.problems
    assert problem.startswith(
        "Your layer bad one.yaml:6: “level” is “statute”; allowed: law, grant. It was left out; “"
    )
    assert f"mou-tui layer check {quote(str(folder / 'bad one.yaml'))}” names " in problem


def test_an_id_that_is_there_already_is_a_mistake(folder: Path, sro: Checklist) -> None:
    write(folder, "a.yaml")
    write(folder, "b.yaml")
    write(folder, "c.yml", LAYER.replace("id: wy-center", "id: va"))
    own = own_layers(sro)
    assert len(own.layers) == 1
    assert ["b.yaml:2" in own.problems[0], "c.yml:2" in own.problems[1]] == [True, True]


def test_a_layer_for_another_checklist_is_left_alone(folder: Path, sro: Checklist) -> None:
    write(folder, "a.yaml", LAYER.replace("checklist: sro", "checklist: other"))
    assert own_layers(sro) == type(own_layers(sro))((), ())


def test_a_file_that_cannot_be_read_is_said_so(folder: Path, sro: Checklist) -> None:
    (folder / "folder.yaml").mkdir()
    (problem,) = own_layers(sro).problems
    assert problem.startswith("A layer of yours was left out. Cannot open “")


def test_the_layers_that_came_with_the_program_are_named_by_their_files(sro: Checklist) -> None:
    shipped: list[Layer] = list(sro.layers)
    assert {layer.id for layer in shipped} == shipped_ids()
