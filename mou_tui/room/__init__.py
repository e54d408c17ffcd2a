"""The room around the table: who meets, what each party says of a wording, what was decided, who does what.

Like the desk, both front ends work through it, and every deed is a step that can be taken back.
"""

from __future__ import annotations

from mou_tui.room.filling import Filling
from mou_tui.room.meetings import Meetings
from mou_tui.room.minutes import Minutes
from mou_tui.room.positions import Positions
from mou_tui.room.signers import Signers
from mou_tui.table import Table


class Room:
    """The people around a table.

    Args:
        table: the table.
    """

    def __init__(self, table: Table) -> None:
        self.meetings = Meetings(table)
        self.positions = Positions(table)
        self.minutes = Minutes(table)
        self.filling = Filling(table, self.minutes)
        self.signers = Signers(table)
