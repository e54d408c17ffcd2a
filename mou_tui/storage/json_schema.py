"""Describe what a file may hold as a JSON Schema, made of the dataclasses that `schema.from_plain` reads it into.

Editors complete and check by it while somebody writes. They read YAML with numbers, booleans and nothings, where we see
only text; so the schema takes each of them for the text it is.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from mou_tui.frozen import NamedTuple
from mou_tui.storage.schema import EXTRA, key_of

Schema: TypeAlias = "dict[str, Any]"

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version that editors know best."""

_NOT_BLANK = {"pattern": r"\S"}


class Rules(NamedTuple):
    """Hold what a schema says beyond types, by dataclass and field.

    Attributes:
        texts: Of a text, or each text of a list, such as `maxLength`.
        lists: Of a list, such as `minItems`.
    """

    texts: Mapping[tuple[type, str], Schema]
    lists: Mapping[tuple[type, str], Schema]


def json_schema(cls: type, rules: Rules) -> Schema:
    """Return the JSON Schema of a file that is read into a frozen dataclass."""
    definitions: dict[str, Schema] = {}
    record = _record(cls, rules, definitions)
    named = {name: definitions[name] for name in sorted(definitions) if name != cls.__name__}
    return {"$schema": DRAFT, "title": cls.__name__, **record, "definitions": named}


def _record(cls: Any, rules: Rules, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401
    definitions[cls.__name__] = {}
    hints, docs = get_type_hints(cls), _field_docs(cls)
    known = [field for field in fields(cls) if field.name != EXTRA and field.init]
    properties = {}
    for field in known:
        schema = _field(cls, field, hints[field.name], rules, definitions)
        about = {} if "$ref" in schema or field.name not in docs else {"description": docs[field.name]}
        properties[key_of(field)] = {**about, **schema}
    definitions[cls.__name__] = {
        "description": _plain(inspect.getdoc(cls) or ""),
        "type": "object",
        "properties": properties,
        "required": [key_of(field) for field in known if _is_required(field)],
        "additionalProperties": False,
    }
    return definitions[cls.__name__]


def _field(cls: type, field: Field[Any], hint: Any, rules: Rules, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401
    text, several = rules.texts.get((cls, field.name), {}), rules.lists.get((cls, field.name), {})
    schema = _value(hint, rules, definitions, text if _is_list(hint) else {})
    if hint is str:
        return {**schema, **_NOT_BLANK, **text} if _is_required(field) else {**_or_nothing(schema), **_or_empty(text)}
    if not several and (_is_list(hint) or get_origin(hint) is Mapping):
        # A key with nothing after it is an empty list.
        schema = _or_nothing(schema)
    return {**schema, **several}


def _value(hint: Any, rules: Rules, definitions: dict[str, Schema], text: Schema) -> Schema:  # noqa: ANN401
    """Return the schema of a type; `text` holds what else is to be said of the texts of a list."""
    if hint is str:
        return {"type": ["string", "number", "boolean"]}
    if hint is bool:
        return {"enum": ["yes", "no", True, False]}
    if hint is int:
        return {"type": "integer"}
    if is_dataclass(hint):
        name = hint.__name__  # type: ignore[union-attr]
        if name not in definitions:
            _record(hint, rules, definitions)
        return {"$ref": f"#/definitions/{name}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": [*arguments, *([None] if "" in arguments else [])]}
    if _is_list(hint):
        entry = _value(arguments[0], rules, definitions, {})
        return {"type": "array", "items": {**entry, **_NOT_BLANK, **text} if arguments[0] is str else entry}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _value(arguments[1], rules, definitions, {})}
    if origin in (Union, UnionType):
        return _value(next(kind for kind in arguments if kind is not NoneType), rules, definitions, text)
    raise TypeError(f"{hint} has no schema")


def _is_list(hint: object) -> bool:
    return get_origin(hint) in (tuple, Sequence)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _or_nothing(schema: Schema) -> Schema:
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}


def _or_empty(text: Schema) -> Schema:
    return {**text, "pattern": f"^$|{text['pattern']}"} if "pattern" in text else text


def _field_docs(cls: type) -> dict[str, str]:
    """Return what is below each field in the source of a dataclass."""
    (body,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(body, ast.ClassDef)
    docs = {}
    for statement, after in pairwise(body.body):
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ):
            assert isinstance(statement.target, ast.Name)
            docs[statement.target.id] = _plain(str(after.value.value))
    return docs


def _plain(doc: str) -> str:
    """Return the first paragraph of a docstring on one line."""
    return re.sub(r"\s+", " ", doc.partition("\n\n")[0]).strip()
