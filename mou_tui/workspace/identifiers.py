"""Ids that are unique across the copies of a session."""

from __future__ import annotations

import os


def random_id() -> str:
    """Return 8 random hex digits."""
    return os.urandom(4).hex()


def agreement_id() -> str:
    """Return 12 random hex digits, which all copies of one agreement share."""
    return os.urandom(6).hex()
