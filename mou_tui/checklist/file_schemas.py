"""The JSON Schemas of the files of a checklist, made of its model and of the limits that the check goes by."""

from __future__ import annotations

from typing import Any

from mou_tui.checklist.checklist_files import Sources
from mou_tui.checklist.facts import FactSpec
from mou_tui.checklist.layer_check import PERIOD, WHEN
from mou_tui.checklist.layers import Layer, LayerLine, LineDue
from mou_tui.checklist.model import Checklist, Example, PartyKind, PartyRole, Point, Question, Topic
from mou_tui.checklist.text_limits import COUNTS, ID, LIMITS
from mou_tui.storage.json_schema import Rules, json_schema

KINDS: dict[str, type] = {"checklist": Checklist, "topic": Topic, "sources": Sources, "layer": Layer}
"""The kinds of file, and what each is read into."""

_HAVE_IDS = (Checklist, Topic, Question, Point, Example, PartyRole, PartyKind, FactSpec, Layer, LayerLine)
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"

RULES = Rules(
    texts={
        **{place: {"maxLength": limit} for place, limit in LIMITS.items()},
        **{(owner, "id"): {"pattern": f"^{ID.pattern}$"} for owner in _HAVE_IDS},
        (LayerLine, "read"): {"pattern": f"^{_DAY}$"},
        **{(LayerLine, name): {"pattern": f"^{WHEN}$"} for name in ("since", "until")},
        **{(LineDue, name): {"pattern": f"^{PERIOD}$"} for name in ("within", "every")},
    },
    lists={
        place: {"minItems": least, **({"maxItems": most} if most else {})} for place, (least, most) in COUNTS.items()
    },
)


def file_schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of a file that is read into a type."""
    return json_schema(kind, RULES)
