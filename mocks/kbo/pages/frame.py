"""What every page of the KBO knows: its front page and the ways on."""

from __future__ import annotations

from flask import request, url_for

_WAYS = (
    ("Opzoeken op nummer", "pages.search_by_number"),
    ("Opzoeken op naam", "pages.search_by_name"),
    ("Buitenlandse onderneming inschrijven", "loket.form"),
)


def frame() -> dict[str, object]:
    """Return the address of the front page and the links, with which one is shown now."""
    return {
        "home_url": url_for("pages.search_by_number"),
        "links": [(text, url_for(endpoint), request.endpoint == endpoint) for text, endpoint in _WAYS],
    }
