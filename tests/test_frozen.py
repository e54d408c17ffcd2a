from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from mou_tui import frozen
from mou_tui.checklist.model import Checklist
from mou_tui.session.model import Session


@frozen.dataclass(frozen=True)
class Fast:
    """A class as this module makes it."""

    id: str
    number: int = 3
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Standard:
    """The same class as the standard library makes it."""

    id: str
    number: int = 3
    extra: Mapping[str, str] = field(default_factory=dict)


def test_it_is_a_dataclass_with_the_fields_that_the_standard_one_has() -> None:
    assert [(each.name, each.default) for each in dataclasses.fields(Fast)] == [
        (each.name, each.default) for each in dataclasses.fields(Standard)
    ]
    assert dataclasses.asdict(Fast("a", 4, {"b": "c"})) == dataclasses.asdict(Standard("a", 4, {"b": "c"}))
    assert Fast.__match_args__ == Standard.__match_args__
    assert repr(Fast("a", extra={"b": "c"})) == repr(Standard("a", extra={"b": "c"})).replace("Standard", "Fast")


def test_values_are_equal_and_hash_alike_where_all_fields_are_equal() -> None:
    assert Fast("a") == Fast("a", 3, {})
    assert Fast("a") != Fast("b")
    assert Fast("a") != Fast("a", extra={"b": "c"})
    assert Fast("a") != Standard("a")  # type: ignore[comparison-overlap]
    assert hash(Fast("a", extra=())) == hash(Fast("a", extra=()))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unhashable"):
        hash(Fast("a"))


@pytest.mark.parametrize("name", ["id", "number", "extra", "another"])
def test_no_attribute_can_be_set_or_deleted(name: str) -> None:
    value = Fast("a")

    with pytest.raises(FrozenInstanceError):
        setattr(value, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)

    assert value == Fast("a")


def test_a_changed_copy_leaves_the_value_as_it_was() -> None:
    value = Fast("a", 4, {"b": "c"})

    assert replace(value, number=5) == Fast("a", 5, {"b": "c"})
    assert value == Fast("a", 4, {"b": "c"})
    with pytest.raises(TypeError):
        replace(value, other=1)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [
        ((), {}),
        ((), {"number": 1}),
        ((), {"other": "a"}),
        (("a",), {"other": "a"}),
        (("a",), {"id": "a"}),
        (("a", 1, {}, "d"), {}),
    ],
    ids=["none", "not the one without a default", "another", "another too", "one twice", "too many"],
)
def test_each_field_without_a_default_must_be_given_and_no_other_may_be(
    args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    for kind in (Standard, Fast):
        with pytest.raises(TypeError):
            kind(*args, **kwargs)


def test_each_value_has_a_default_of_its_own() -> None:
    value = Fast("a")

    assert value.extra == {}
    assert value.extra is not Fast("a").extra


@pytest.mark.parametrize("kind", [Checklist, Session])
def test_what_every_start_needs_is_made_here(kind: type) -> None:
    assert kind.__setattr__.__module__ == frozen.__name__
