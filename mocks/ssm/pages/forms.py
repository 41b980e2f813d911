"""What is wrong with a field of a form, and how one reads a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from mocks.core.errors import BadRequest

T = TypeVar("T")


class FieldEmpty(BadRequest):
    """A field that must be filled in is empty, or holds what is not on offer."""

    code = "field-empty"


def one_of(offered: Mapping[str, T], sentence: str) -> Callable[[str], T]:
    """Return what reads a field that offers a choice; ``sentence`` says what to choose."""

    def read(text: str) -> T:
        if text not in offered:
            raise FieldEmpty(sentence)
        return offered[text]

    return read
