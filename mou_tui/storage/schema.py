"""Convert plain data to typed values and back; every mistake is found at once, each with its line.

By hand, because of what was measured: pydantic with one model takes 4.3 times as long to import as yaml,
cattrs drops unknown keys, and msgspec reports one mistake at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, partial
from inspect import get_annotations
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin

from mou_tui.frozen import NamedTuple
from mou_tui.storage.validation_errors import ValidationErrors
from mou_tui.storage.yaml_reader import Document, Path, PlainData

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")

EXTRA = "extra"

_NUMBER = re.compile(r"-?[0-9]{1,15}")


def from_plain(
    cls: type[T],
    document: Document,
    name: str,
    *,
    unknown: Literal["refuse", "keep"] = "refuse",
) -> T:
    """Return what a document says as a value of a type.

    A field `one_view` is the key `one-view`, a field `from_` the key `from`; a default makes it optional.

    Args:
        cls: A frozen dataclass. Its fields are `str`, `bool`, `int`, `Literal`, `tuple[X, ...]`,
            `Sequence[X]` (a tuple), `Mapping[str, X]` and dataclasses; any of them may be `X | None`.
        document: What was read.
        name: What to call the file in messages.
        unknown: Whether a key without a field is a mistake, or is kept by dataclasses with a field `extra`.

    Raises:
        InvalidFile: The document does not fit; it holds every mistake, in the order of their lines.
    """
    value, errors = _read(cls, document, name, keeps_unknown=unknown == "keep")
    errors.refuse()
    return value


def from_plain_in_part(cls: type[T], document: Document, name: str) -> tuple[T, ValidationErrors]:
    """Return what a document says as far as it fits, and its mistakes, so that more can be said of the rest.

    In place of each mistaken or missing value is an empty one of its type; unknown keys are mistakes.
    """
    return _read(cls, document, name, keeps_unknown=False)


def _read(cls: type[T], document: Document, name: str, *, keeps_unknown: bool) -> tuple[T, ValidationErrors]:
    reading = _Reading(document, name, keeps_unknown=keeps_unknown)
    hint: Any = cls
    value: T = _reader(hint)(document.value, (), reading)
    return value, reading


def to_plain(value: object) -> PlainData:
    """Return a value as plain data: the reverse of `from_plain`.

    Fields come in their order, without those that have their default; what `extra` holds comes last.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [to_plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(entry) for key, entry in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{value!r} has no plain form")
    return {key: to_plain(held) for key, held in to_plain_fields(value)}


def to_plain_fields(value: DataclassInstance) -> Iterator[tuple[str, object]]:
    """Return what the plain form of a dataclass holds, by key: fields without their default, then `extra`."""
    known = _entries(type(value))
    for key, entry in known.items():
        held = getattr(value, entry.attribute)
        if held != entry.default:
            yield key, held
    for key, kept in getattr(value, EXTRA, {}).items():
        if key not in known:
            yield key, kept


def extras_of(value: object, path: Path = ()) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Return the path of every key that was kept without a field for it, with the keys that would have one there."""
    if isinstance(value, str):
        # Nearly all there is; the other tests take longer.
        return
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from extras_of(held, (*path, key))
    elif isinstance(value, tuple):
        for number, held in enumerate(value):
            yield from extras_of(held, (*path, number))
    elif is_dataclass(value) and not isinstance(value, type):
        known = _entries(type(value))
        for key in getattr(value, EXTRA, {}):
            yield (*path, key), tuple(known)
        for key, entry in known.items():
            yield from extras_of(getattr(value, entry.attribute), (*path, key))


class _Reading(ValidationErrors):
    """Hold a document while it is read, with the mistakes found so far."""

    def __init__(self, document: Document, name: str, *, keeps_unknown: bool) -> None:
        super().__init__(document, name)
        self.keeps_unknown = keeps_unknown


# Takes a value, its path and the reading; after noting a mistake it returns an empty value.
_Reader = Callable[[PlainData, Path, _Reading], Any]


class _Entry(NamedTuple):
    """Describe one field of a dataclass as written in a file; its default is MISSING if it is required."""

    attribute: str
    hint: object
    read: _Reader
    default: object


@cache
def _entries(cls: type[DataclassInstance]) -> Mapping[str, _Entry]:
    """Return the fields of a dataclass by their keys; cached, because looking up type hints is slow."""
    # Types are checked before the program is shipped; `typing.get_type_hints` would check them at each start.
    hints = get_annotations(cls, eval_str=True)
    entries: dict[str, _Entry] = {}
    for field in fields(cls):
        if field.name != EXTRA and field.init:
            default = field.default if field.default_factory is MISSING else field.default_factory()
            hint = hints[field.name]
            entries[key_of(field)] = _Entry(field.name, hint, _reader(hint), default)
    return entries


def key_of(field: Field[Any]) -> str:
    """Return the key by which a file has a field."""
    return field.name.rstrip("_").replace("_", "-")


@cache
def _reader(hint: object) -> _Reader:
    """Return the function that reads values of a type."""
    if hint is str:
        return partial(_read_scalar, str, "text", "")
    if hint is bool:
        return partial(_read_scalar, _yes_no, "yes, no", False)
    if hint is int:
        return partial(_read_scalar, _number, "a whole number", 0)
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_read_record, hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        choices = {str(choice): choice for choice in arguments}
        return partial(_read_scalar, choices.get, ", ".join(choices), arguments[0])
    if origin is Sequence or (origin is tuple and arguments[1:] == (...,)):
        return partial(_read_list, _reader(arguments[0]))
    if origin in (dict, Mapping) and arguments[0] is str:
        return partial(_read_mapping, _reader(arguments[1]))
    if origin in (Union, UnionType) and len(arguments) == 2 and NoneType in arguments:
        return _reader(arguments[arguments[0] is NoneType])
    raise TypeError(f"{hint} cannot be read from plain data")


@cache
def _empty(hint: Any) -> Any:  # noqa: ANN401
    """Return the empty value of a type."""
    if isinstance(hint, type) and is_dataclass(hint):
        required = (entry for entry in _entries(hint).values() if entry.default is MISSING)
        return hint(**{entry.attribute: _empty(entry.hint) for entry in required})
    return _reader(hint)([], (), _Reading(Document([], {}), "", keeps_unknown=False))


def _read_scalar(
    parse: Callable[[str], object], allowed: str, empty: object, value: PlainData, path: Path, reading: _Reading
) -> object:
    parsed = parse(value) if isinstance(value, str) else None
    if parsed is None:
        reading.mismatch(path, value, allowed)
        return empty
    return parsed


def _yes_no(text: str) -> bool | None:
    return {"yes": True, "true": True, "no": False, "false": False}.get(text.lower())


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _read_list(read: _Reader, value: PlainData, path: Path, reading: _Reading) -> object:
    if value != "" and not isinstance(value, list):
        reading.mismatch(path, value, "a list, one entry a line, each after “- ”")
        return ()
    return tuple([read(entry, (*path, number), reading) for number, entry in enumerate(value)])


def _read_mapping(read: _Reader, value: PlainData, path: Path, reading: _Reading) -> object:
    if not isinstance(value, dict):
        if value != "":
            reading.mismatch(path, value, "lines of “key: value”")
        return {}
    return {key: read(entry, (*path, key), reading) for key, entry in value.items()}


def _read_record(cls: type[DataclassInstance], value: PlainData, path: Path, reading: _Reading) -> object:
    if not isinstance(value, dict):
        reading.mismatch(path, value, "lines of “key: value”")
        return _empty(cls)
    mistakes_before = reading.count
    known = _entries(cls)
    held: dict[str, object] = {}
    for key, entry in known.items():
        if key in value:
            data = value[key]
            # Most fields are text, which is read by leaving it as it is.
            is_read = entry.hint is str and isinstance(data, str)
            held[entry.attribute] = data if is_read else entry.read(data, (*path, key), reading)
        elif entry.default is MISSING:
            reading.missing((*path, key))

    if len(held) < len(value):
        unknown = {key: data for key, data in value.items() if key not in known}
        if reading.keeps_unknown and EXTRA in cls.__dataclass_fields__:
            held[EXTRA] = unknown
        else:
            for key in unknown:
                reading.unknown((*path, key), known)
    if reading.count > mistakes_before:
        missing = (entry for entry in known.values() if entry.default is MISSING and entry.attribute not in held)
        held |= {entry.attribute: _empty(entry.hint) for entry in missing}
    try:
        return cls(**held)
    except ValueError as error:
        if reading.count == mistakes_before:
            reading.wrong(path, f"does not hold: {error}")
        return _empty(cls)
