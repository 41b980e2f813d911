"""What is wrong with a field of a form that offers a choice."""

from __future__ import annotations

from mocks.core.errors import BadRequest


class NothingChosen(BadRequest):
    """A field that must be filled in is empty, or holds what is not on offer."""

    code = "nothing-chosen"


class NotInTheList(BadRequest):
    """Contexts were ticked but not put in the list."""

    code = "not-in-the-list"
