"""Title comparison: which titles name one body, one role, or nothing in common."""

from __future__ import annotations

import pytest

from quoteattr.matching.title_comparison import compare_titles, read_title


def standing(one: str, other: str) -> str:
    """Compare two titles, in either order alike."""
    first, second = read_title(one), read_title(other)
    assert compare_titles(first, second) is compare_titles(second, first)
    return compare_titles(first, second).value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chief executive of Marlow Grain", "founder and chief executive of Marlow Grain"),
        ("professor at the University of Selby", "Selby professor"),
        ("senator from North Dakota", "the North Dakota senator"),
        ("U.S. senator", "senator in the United States"),
        ("U.N. envoy", "envoy of the United Nations"),
        ("British minister", "the United Kingdom’s minister"),
        ("Iranian minister", "Iran’s minister"),
        ("Turkish president", "president of Turkey"),
        ("Irish ambassador", "ambassador of Ireland"),
        ("South Korean minister", "minister of South Korea"),
        ("mayor of São Carlos", "Sao Carlos mayor"),
        ("mayor of Łomża", "Lomza mayor"),
        ("former secretary of state", "secretary of state"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    """All that the one names is named by the other too, under whatever name of the country."""
    assert standing(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("senator from North Dakota", "governor of North Carolina"),
        ("senator from North Dakota", "senator from South Dakota"),
        ("professor at the University of Selby", "professor at the University of Rotham"),
        ("analyst at Rotham Bank", "analyst at Selby Bank"),
        ("Nevada secretary of state", "Oregon secretary of state"),
        ("Selby United coach", "Rotham United coach"),
        ("United Nations envoy", "United States envoy"),
        ("prime minister", "prime suspect"),
        ("police spokesman", "police sergeant"),
        ("Austrian chancellor", "Australian chancellor"),
        ("Nigerian minister", "minister of Niger"),
        ("Indian governor", "governor of Indiana"),
    ],
)
def test_other_bodies(one: str, other: str) -> None:
    """A word that many bodies have, a direction, or the same first letters make no body."""
    assert standing(one, other) == "apart"


@pytest.mark.parametrize(
    ("one", "other"),
    [("prime minister", "British prime minister"), ("police chief", "chief of the Selby police")],
)
def test_bare_roles(one: str, other: str) -> None:
    """A title without a name of a body is a role and nothing more."""
    assert standing(one, other) == "alike"


@pytest.mark.parametrize("sign", ["'", "\u2019", "\u02bc", "\u2018", "`", "\u00b4", "\uff07"])
def test_an_owner_is_a_body(sign: str) -> None:
    """The ending behind whatever stands for an apostrophe names none."""
    title = f"Korea{sign}s minister of trade"
    assert read_title(title).bodies == {"korea", "trade"}
    assert standing(title, "Korea\u2019s minister of trade") == "same"
