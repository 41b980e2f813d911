"""Where one may be led back to: a page of the same application, never what somebody made up."""

from __future__ import annotations

import re

from flask import current_app, request
from werkzeug.exceptions import HTTPException

from mocks.core.shell import for_programs

_PATH = re.compile(r"(/(?!/)[A-Za-z0-9/_-]{0,120})(?:\?[A-Za-z0-9=&%+.,_~-]{0,400})?")
"""A path and its query, not so long that the cookie overflows.

Two slashes in front would lead to another host, and dots to another path than the one that is looked up.
"""


def own_page(path: str | None, blueprint: str | None = None) -> str | None:
    """Return a path, with or without a query, when this application answers people there, or None.

    Args:
        path: as it came with the request, from the root of the application.
        blueprint: whose page it has to be, when not any will do.
    """
    found = _PATH.fullmatch(path or "")
    if found is None or for_programs(found[1]):
        return None
    try:
        endpoint, _ = current_app.url_map.bind("").match(found[1], "GET")
    except HTTPException:
        return None
    return path if blueprint in {None, endpoint.rpartition(".")[0]} else None


def here() -> str | None:
    """Return the page of this request as a path to come back to; a form has one when its page is there."""
    return own_page(request.full_path.rstrip("?"))
