"""Lists, tables and marks as people type them."""

from __future__ import annotations

LISTS = (
    "1. a\n2. b\n5. e",
    "(a) one\n   (i) deep\n   (ii) deeper\n(b) two",
    "iv. four\nv. five",
    "* a\n  * b\n\n* c",
    "1.1 first\n1.2 second",
    "z) last\naa) next\nbb) more",
    "A. up\nB. upper\n\nThen\n\nA. again",
    "☐ to tick\n☐ to tick too",
    "| a | b |\n|---|---|\n| [number] | d |",
    "Fee\tAmount\nYear\t5\nDay\t2",
    "**Bold** and *not*, \\*plain\\*.",
    "“Quoted” ‘it’s’ -- a…b   c",
)
