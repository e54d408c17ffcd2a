"""“The” before a legal name, where an American reader expects it."""

from __future__ import annotations

import pytest

from mou_tui.draft.articles import with_article


@pytest.mark.parametrize(
    "name",
    [
        *("Dayton Police Department", "Franklin County Sheriff’s Office", "Lake City Unified School District"),
        *(
            "Board of Education of the Dayton City School District",
            "City of Ames, by and through its Police Department",
        ),
        *("Town of Barre", "Diocese of Toledo", "Metropolitan Police Department (MPD)", "Sheriff of Adams County"),
    ],
)
def test_a_name_with_a_common_noun_takes_the(name: str) -> None:
    assert with_article(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Dayton Public Schools",
            "Franklin County",
            "the Elm Police Department",
            "The City of Elm",
            "Lincoln Academy",
        ),
        *("Franklin County, Board", "Independent School District No. 625", "", "KIPP Columbus", "a Board of Elm"),
    ],
)
def test_a_name_that_has_one_or_needs_none_stays(name: str) -> None:
    assert with_article(name) == name
