"""An agreement in force: what was recorded of its adoption, and what a later session amends or renews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from mou_tui.frozen import dataclass
from mou_tui.session.parts import Exhibit, OwnClause
from mou_tui.storage.yaml_reader import PlainData


@dataclass(frozen=True)
class InForce:
    """What the parties recorded once they had adopted their agreement, each in their own words."""

    adopted: str = ""
    """The day of the vote, or of the last one."""
    resolution: str = ""
    """By which votes or resolutions."""
    signed: str = ""
    """The day of the last signature; empty while one is missing."""
    kept_at: str = ""
    """Who keeps the signed copy, and where."""
    posted: str = ""
    """Where it was posted for the public, and when."""
    filed: str = ""
    """With whom it was filed, and when."""
    digest: str = ""
    """That of the agreement as it was adopted, as `agreement_digest` makes it."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class AmendedAgreement:
    """The agreement in force that a session amends, as far as the clauses do not hold it as their current wording."""

    agreement: str
    """12 hex digits, those of the agreement in force."""
    digest: str
    adopted: str = ""
    signed: str = ""
    opening: str = ""
    counsel: str = ""
    clauses: tuple[OwnClause, ...] = ()
    """Its clauses of the room's own, whose wordings are answers."""
    exhibits: tuple[Exhibit, ...] = ()
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class RenewedAgreement:
    """The agreement in force that a session renews."""

    agreement: str
    """12 hex digits, those of the agreement in force."""
    digest: str
    extra: Mapping[str, PlainData] = field(default_factory=dict)
