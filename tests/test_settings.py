from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui import settings
from mou_tui.errors import MouError
from mou_tui.settings import Settings, load, remember_theme


def set_to(text: str) -> Path:
    place = settings.path()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def test_without_a_file_the_usual_settings_hold() -> None:
    assert load() == settings.LoadedSettings()
    assert not settings.path().exists()


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n\n# theme: nord\n"])
def test_a_file_that_sets_nothing_is_no_mistake(text: str) -> None:
    set_to(text)
    assert load() == settings.LoadedSettings()


def test_theme_mouse_and_keys_are_read() -> None:
    set_to("theme: nord\nmouse: no\nkeys:\n  review: f7, ctrl+g\n  find: f6\n")
    assert load() == settings.LoadedSettings(Settings("nord", mouse=False, keys={"review": "f7, ctrl+g", "find": "f6"}))


def test_every_mistake_is_told_with_its_line_and_the_usual_settings_hold() -> None:
    set_to("theme: nord\nmuose: no\nkeys:\n  - f7\n")
    loaded = load()

    assert loaded.settings == Settings()
    assert loaded.problems[0] == "settings.yaml:2: unknown key “muose”; did you mean “mouse”?"
    assert loaded.problems[1].startswith("settings.yaml:4: “keys” is a list")


@pytest.mark.parametrize("text", ["theme: {", "keys: [a]\n", "\0\0", "theme: &a x\n", "- x\n", "x"])
def test_no_file_whatever_is_in_it_stops_the_program(text: str) -> None:
    set_to(text)
    loaded = load()

    assert loaded.settings == Settings()
    assert loaded.problems


def test_a_folder_in_place_of_the_file_stops_nothing() -> None:
    settings.path().mkdir(parents=True)

    assert load().settings == Settings()
    assert load().problems
    with pytest.raises(MouError):
        remember_theme("nord")


def test_a_theme_is_remembered_where_nothing_was_set() -> None:
    remember_theme("nord")
    remember_theme("ansi-light")

    assert load().settings == Settings("ansi-light")
    assert settings.path().read_text(encoding="utf-8").startswith("# Settings of mou-tui.")


def test_a_theme_is_remembered_next_to_what_a_person_wrote() -> None:
    place = set_to("# For the projector\nmouse: no\ntheme: nord # dark\nkeys:\n  find: f6 # free\n")
    remember_theme("ansi-light")

    written = "# For the projector\nmouse: no\ntheme: ansi-light\nkeys:\n  find: f6 # free\n"
    assert place.read_text(encoding="utf-8") == written

    place.write_text("mouse: no", encoding="utf-8")
    remember_theme("nord")
    assert place.read_text(encoding="utf-8") == "theme: nord\nmouse: no"


@pytest.mark.parametrize(
    "text", ["---\nmouse: no\n", '"theme": nord\nmouse: no\n', "theme:\n  nord\nmouse: no\n", "\ufeffmouse: no\n"]
)
def test_a_theme_is_remembered_however_the_file_is_written(text: str) -> None:
    set_to(text)
    remember_theme("ansi-light")

    assert load() == settings.LoadedSettings(Settings("ansi-light", mouse=False))


def test_a_file_with_mistakes_is_never_written_over() -> None:
    place = set_to("thme: nord\n")
    with pytest.raises(MouError, match="did you mean"):
        remember_theme("ansi-light")

    assert place.read_text(encoding="utf-8") == "thme: nord\n"


def test_a_setting_this_version_does_not_know_is_a_mistake_not_a_loss() -> None:
    place = set_to("theme: nord\nfont: large\n")
    assert load().problems == ("settings.yaml:2: unknown key “font”",)
    with pytest.raises(MouError):
        remember_theme("ansi-light")
    assert "font: large" in place.read_text(encoding="utf-8")
