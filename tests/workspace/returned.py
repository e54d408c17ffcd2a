"""What counsel sent back, made by hand, and a workspace with ids as they are in files."""

from __future__ import annotations

from pathlib import Path

from mou_tui.exchange.returned.model import Reply, ReturnedComment, ReturnedDocument, ReturnedEdit, UnplacedText
from mou_tui.session.model import Answer, Session
from mou_tui.workspace.intake import Intake, Purpose
from tests.workspace.driver import NAMED, WorkspaceDriver

WAITS = "The SRO waits outside."
SESSION = NAMED.with_answer("alpha", Answer(WAITS)).with_answer("beta", Answer("The SRO is trained."))

DOCUMENT = ReturnedDocument(
    "counsel.docx",
    "ab" * 32,
    "docx",
    edits=(
        ReturnedEdit("alpha", WAITS, "The SRO waits inside.", "Ann Poe", "2026-12-04"),
        ReturnedEdit("alpha", WAITS, "The SRO never waits.", "Lee Roe", "2026-12-04"),
        ReturnedEdit("beta", "The SRO is trained.", "The SRO is trained yearly."),
        ReturnedEdit("gamma", "", "Fees are zebra.", "Ann Poe", candidates=("gamma", "delta")),
        ReturnedEdit("opening", "Between us.", "Between us quagga.", "Ann Poe"),
    ),
    comments=(
        ReturnedComment("alpha", "Is this okapi?", "Ann Poe", "2026-12-04", "waits", (Reply("It is.", "Lee Roe"),)),
        ReturnedComment("", "A dodo question.", "Lee Roe"),
    ),
    unplaced=(UnplacedText("Each party carries axolotl insurance.", "Ann Poe", "Insurance"),),
    unchanged=("delta", "epsilon"),
    missing=("zeta",),
)
STRANGE = ("inside", "never waits", "yearly", "zebra", "quagga", "okapi", "dodo", "axolotl", "Ann Poe", "Lee Roe")
"""Words that nothing but the document holds."""


def counsel_driver(folder: Path, session: Session = SESSION) -> WorkspaceDriver:
    """A workspace whose ids are as those of the program."""
    return WorkspaceDriver(folder, session, id_form="{:08x}")


def intake_of(driver: WorkspaceDriver, purpose: Purpose = "both", document: ReturnedDocument = DOCUMENT) -> Intake:
    """A file of which somebody has said what it is for, and who speaks for whom."""
    intake = Intake(driver.workspace, document)
    intake.purpose = purpose
    intake.client = "district"
    intake.match("Ann Poe", "district")
    return intake
