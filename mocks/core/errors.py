"""Refusing is raising: the root of every reason to refuse.

    Refusal                      a request that is understood and refused
    ├── NotFound                 what is asked for does not exist
    ├── BadRequest               what is sent cannot be understood
    └── <system>.errors.*        one class per reason, in the room `errors` of each mock

Each class carries ``code`` (kebab-case, for programs), ``status`` (HTTP) and, per instance, a Dutch
``sentence`` that says what is wrong and how to repair it.  The shell turns a refusal into a page
or into ``application/problem+json``; no view has a ``try``.
"""

from __future__ import annotations

from typing import ClassVar

from mocks.core.languages import say


class Refusal(Exception):
    """A request that is understood and refused, with the reason in words."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 400
    title: ClassVar[str] = say("Dat gaat niet")

    def __init__(self, sentence: str) -> None:
        """Keep the Dutch sentence for the page, the API and the log."""
        super().__init__(sentence)
        # JSON can carry half a surrogate pair; quoted here, no answer could be encoded.
        readable = sentence.encode("utf-8", "replace").decode()
        self.sentence = sentence if readable == sentence else readable


class BadRequest(Refusal):
    """What is sent cannot be understood; the sentence says which part and how to repair it."""

    code = "bad-request"
    status = 400


class NotFound(Refusal):
    """What is asked for does not exist in this world."""

    code = "not-found"
    status = 404
    title: ClassVar[str] = say("Niet gevonden")
