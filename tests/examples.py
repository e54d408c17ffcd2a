"""How many examples a property is tried with: some in the usual run, twelve times as many with `thorough`."""

from __future__ import annotations

from hypothesis import settings

USUAL = 20
"""Examples of a property that says nothing else, in the usual run."""


def examples(count: int) -> settings:
    """So many examples in the usual run, or as many more as the chosen profile has than the usual one."""
    return settings(max_examples=count * settings().max_examples // USUAL)
