"""Put what all layers ask into one table, for people and for programs: each line with all that is known of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from mou_tui.checklist.layers import Layer, LayerLine

LAYER_COLUMNS = ("layer", "title", "level", "state", "version")
COLUMNS = (
    *LAYER_COLUMNS,
    *("id", "text", "asks", "binds", "condition", "due", "since", "until"),
    *("questions", "points", "section", "source", "official", "copy", "read", "certainty"),
)
"""The columns of the table, in order; `content/README.md` says what each holds."""


def requirement_object(layer: Layer, line: LayerLine) -> dict[str, object]:
    """Return all that is known of a line, without what is known of its layer."""
    source = layer.sources[line.source]
    return {
        "id": line.id,
        "text": line.text,
        "asks": line.asks,
        "binds": list(line.binds),
        "condition": line.condition,
        "due": line.due.words if line.due else "",
        "since": line.since,
        "until": line.until,
        "questions": list(line.questions),
        "points": list(line.points),
        "section": line.section,
        "source": source.title,
        "official": source.official,
        "copy": source.copy,
        "read": line.read,
        "certainty": line.certainty,
    }


def table_rows(layers: Iterable[Layer]) -> Iterator[dict[str, object]]:
    """Yield each line of layers, with its layer, under the names in `COLUMNS`."""
    for layer in layers:
        of_layer = (layer.id, layer.title, layer.level, layer.state, layer.version)
        for line in layer.lines:
            yield {**dict(zip(LAYER_COLUMNS, of_layer, strict=True)), **requirement_object(layer, line)}


def as_csv(layers: Iterable[Layer]) -> str:
    """Return the table as CSV with a head; several values of one cell are parted by `; `."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in table_rows(layers):
        writer.writerow(["; ".join(cell) if isinstance(cell, list) else cell for cell in row.values()])
    return output.getvalue()


def as_json(layers: Iterable[Layer]) -> str:
    """Return the table as a JSON list, an object a line of a layer."""
    return json.dumps(list(table_rows(layers)), indent=2, ensure_ascii=False)


def as_words(layers: Iterable[Layer]) -> str:
    """Return the table to be read: each layer, and below it what it asks with its section and day."""
    return "\n".join(_words(layers))


def _words(layers: Iterable[Layer]) -> Iterator[str]:
    for layer in layers:
        yield f"{layer.title} ({layer.id}, {layer.version})"
        for line in layer.lines:
            yield f"  {line.text} ({line.reference}; {', '.join(line.questions)})"
