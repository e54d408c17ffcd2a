"""Put a snapshot of each checklist into the wheel, so that a start need not read YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Make the snapshots while a wheel is built; an editable install, whose checklists change, gets none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read each checklist and add its snapshot to the files of the wheel.

        Raises:
            InvalidFile: a checklist has mistakes.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from mou_tui.checklist.loader import available, find, load
        from mou_tui.checklist.snapshot import module_name, module_source

        self._folder = TemporaryDirectory()
        for checklist_id in available():
            folder = find(checklist_id)
            module = Path(self._folder.name, f"{module_name(folder)}.py")
            module.write_text(module_source(folder, load(checklist_id)), encoding="utf-8")
            build_data["force_include"][str(module)] = f"mou_tui/checklist/{module.name}"
