"""Put a snapshot of each checklist, and of the layers, into the wheel, so that a start need not read YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Make the snapshots while a wheel is built; an editable install, whose content changes, gets none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read the checklists and layers, and add their snapshots to the files of the wheel.

        Raises:
            InvalidFile: one has mistakes.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from mou_tui.checklist.loader import available, find, load
        from mou_tui.checklist.snapshot import LAYERS_MODULE, layers_module_source, module_name, module_source
        from mou_tui.paths import content

        self._folder = TemporaryDirectory()
        sources, layers = {}, {}
        for checklist_id in available():
            folder, checklist = find(checklist_id), load(checklist_id)
            layers |= {content() / "layers" / f"{layer.id}.yaml": layer for layer in checklist.layers}
            sources[module_name(folder)] = module_source(folder, checklist)
        sources[LAYERS_MODULE] = layers_module_source(layers)
        for name, source in sources.items():
            module = Path(self._folder.name, f"{name}.py")
            module.write_text(source, encoding="utf-8")
            build_data["force_include"][str(module)] = f"mou_tui/checklist/{module.name}"
