"""Load the layers that come with the program, each file only when a question needs it.

Most starts and reports need none of them, and reading all takes as long as reading the whole checklist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import overload

from mou_tui.checklist.layers import Layer
from mou_tui.storage.atomic_file import read_bytes

LIMIT = 4 * 1024 * 1024
"""Bytes a content file may have."""


class LayerFiles(Sequence[Layer]):
    """Read a sequence of layers on demand.

    Args:
        paths: the files, in the order of the layers.
        read: reads one, from its path or the content of its file; None for a layer over another checklist. Raises
            InvalidFile where it has mistakes.
        more: layers that follow those of the files.
    """

    def __init__(
        self, paths: Sequence[Path], read: Callable[[Path, bytes], Layer | None], more: Sequence[Layer] = ()
    ) -> None:
        self._paths = tuple(paths)
        self._read = read
        self._more = tuple(more)
        self._parsed: dict[Path, Layer | None] = {}

    def mentioning(self, *terms: str) -> Iterator[Layer]:
        """Yield the layers whose files contain all of the terms; no other file is parsed, and each only once.

        A file may contain a term by chance, and layers without a file all come, so the caller must check the layer.
        """
        wanted = [term.encode() for term in terms]
        for path, data in self._contents.items():
            if all(term in data for term in wanted) and (layer := self._layer(path)):
                yield layer
        yield from self._more

    def followed_by(self, layers: Sequence[Layer]) -> LayerFiles:
        """Return the same layers, with others after them."""
        return LayerFiles(self._paths, self._read, (*self._more, *layers))

    @cached_property
    def _contents(self) -> dict[Path, bytes]:
        return {path: read_bytes(path, LIMIT) for path in self._paths}

    @cached_property
    def _all(self) -> tuple[Layer, ...]:
        return (*filter(None, map(self._layer, self._paths)), *self._more)

    def _layer(self, path: Path) -> Layer | None:
        if path not in self._parsed:
            self._parsed[path] = self._read(path, self._contents[path])
        return self._parsed[path]

    @overload
    def __getitem__(self, index: int) -> Layer: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Layer, ...]: ...
    def __getitem__(self, index: int | slice) -> Layer | tuple[Layer, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)
