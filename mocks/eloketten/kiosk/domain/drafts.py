"""What somebody typed in a form that came too late: the session had ended before it was sent.

Nothing of it is saved in a dossier or in contact data.  It waits, for some hours, until the same person is
signed in again for the same applicant in the same browser, and then stands in the form again.  That KIOSK
does so, for how long and how much of it, is ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

KEPT_SECONDS = 8 * 3600
"""For how long it waits, in token time: a working day."""

MOST = 5
"""How many forms wait in one browser; a sixth takes the place of the oldest."""

_MOST_FIELDS = 50
_MOST_SIGNS = 64 * 1024
"""Far more than any form of KIOSK takes, so that only nonsense is refused."""

_NOT_TYPED = frozenset({"csrf_token", "mark", "version"})
"""What a form carries of its own: the token is never kept, the other two stand apart."""

_LONGEST_PATH = 120
_MARK = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Draft:
    """A form as it was sent, without its token.

    Attributes:
        mark: who filled it in and for which applicant, as the form says (see ``mark_of``).
        action: the path to which it was sent.
        endpoint: what takes it there.
        page: the path of the page on which it stands.
        version: the version with which it was opened, as the form says.
        fields: what was typed and chosen, by field.
    """

    mark: str
    action: str
    endpoint: str
    page: str
    version: str
    fields: Mapping[str, str]


def draft_of(form: Mapping[str, str], action: str, endpoint: str, page: str) -> Draft | None:
    """Return what was typed in a form, or None when that is not kept.

    Nothing is kept of a form in which nothing can be typed, that does not say who filled it in, or in which
    far too much was typed.

    Args:
        form: what was sent.
        action: the path to which it was sent.
        endpoint: what takes it there.
        page: the path of the page on which it stands.
    """
    fields, mark = typed_in(form), form.get("mark", "")
    if not fields or _MARK.fullmatch(mark) is None or not (is_path(action) and is_path(page)):
        return None
    signs = sum(len(name) + len(text) for name, text in fields.items())
    if len(fields) > _MOST_FIELDS or signs > _MOST_SIGNS:
        return None
    return Draft(mark, action, endpoint, page, form.get("version", "")[:20], fields)


def typed_in(form: Mapping[str, str]) -> Mapping[str, str]:
    """Return what was typed and chosen in a form, without what it carries of its own."""
    return {name: text for name, text in form.items() if name not in _NOT_TYPED}


def is_path(text: str) -> bool:
    """Return whether a text can be a path of KIOSK."""
    return text.isascii() and text.isprintable() and len(text) <= _LONGEST_PATH
