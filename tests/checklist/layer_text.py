"""A layer as a state center might write it, to be broken in tests."""

from __future__ import annotations

LAYER = """\
# A layer of our own.
id: wy-center
title: Wyoming
checklist: sro
version: "2026-11"
level: law
state: WY
sources:
  statute:
    title: Wyoming Code 1-2-3
    official: wyoleg.example.gov
    copy: copy.example.gov/wy
changes:
- version: "2026-11"
  text: The layer was published
  lines:
  - review
lines:
- id: review
  questions:
  - review
  points:
  - review/cycle
  text: Wyoming asks that the parties review the agreement every year.
  asks: duty
  binds:
  - agency
  condition: Where an officer is armed.
  since: "2024-07"
  until: "2029"
  section: Wyoming Code 1-2-3
  read: "2026-11-30"
  certainty: whole
  source: statute
- id: posting
  questions:
  - publication
  text: Wyoming asks the district to post the agreement.
  asks: encouragement
  binds:
  - district
  section: Wyoming Code 1-2-4
  read: "2026-11-30"
  certainty: part
  source: statute
"""
