"""The names of facts: three parts, of which only the middle one may have hyphens."""

import pytest

from mocks.core.errors import BadRequest
from mocks.core.identifiers import three_parts


class Malformed(BadRequest):
    """What the test is refused with."""

    code = "malformed"


MALFORMED = Malformed("Schrijf drie delen.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a-b-c", ("a", "b", "c")),
        ("0110.041.748-87.10.02-999.62-finance", ("0110.041.748", "87.10.02-999.62", "finance")),
        ("a--b--c", ("a", "-b-", "c")),
    ],
)
def test_the_outer_hyphens_part(text: str, parts: tuple[str, str, str]) -> None:
    assert three_parts(text, MALFORMED) == parts


@pytest.mark.parametrize("text", ["", "-", "--", "a", "a-b", "a-b-", "-b-c", "a--c"])
def test_an_empty_part_is_refused_in_the_words_of_the_mock(text: str) -> None:
    with pytest.raises(Malformed) as refused:
        three_parts(text, MALFORMED)
    assert refused.value is MALFORMED
