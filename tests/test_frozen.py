from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace
from typing import Any, NamedTuple

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


class FastPair(frozen.NamedTuple):
    """A named tuple as this module makes it."""

    id: str
    number: int = 3

    @property
    def doubled(self) -> int:
        """Twice the number."""
        return 2 * self.number

    @classmethod
    def of(cls, number: int) -> FastPair:
        """Make one without an id."""
        return cls("", number)


class StandardPair(NamedTuple):
    """A named tuple as the standard library makes it."""

    id: str
    number: int = 3


def test_a_named_tuple_is_what_the_standard_one_is() -> None:
    fast, standard = FastPair("a"), StandardPair("a")
    assert isinstance(fast, tuple) and tuple(fast) == tuple(standard) and hash(fast) == hash(standard)
    assert repr(fast) == repr(standard).replace("Standard", "Fast")
    assert FastPair._fields == StandardPair._fields and FastPair._field_defaults == StandardPair._field_defaults
    assert (FastPair.__module__, FastPair.__doc__) == (__name__, "A named tuple as this module makes it.")
    assert fast._replace(number=4).doubled == 8 and FastPair.of(5) == ("", 5)
    assert pickle.loads(pickle.dumps(fast)) == fast
    with pytest.raises(TypeError):
        FastPair()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        fast.number = 4  # type: ignore[misc]


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
