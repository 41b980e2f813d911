"""The pages of the stage: the dashboard, who is ready, the guide, and one's own e-loket."""

from __future__ import annotations

from flask import Blueprint, request, url_for

from mocks.stage.company import Company
from mocks.stage.pages import dashboard, elokets, guide, readiness


def blueprint(company: Company) -> Blueprint:
    """Return the pages, with what the composition root hands in."""
    room = Blueprint("pages", __name__, template_folder="../templates")

    @room.context_processor
    def frame() -> dict[str, object]:
        return {
            "links": [
                (text, url_for(endpoint), request.endpoint == endpoint)
                for text, endpoint in (
                    ("Overzicht", "pages.dashboard"),
                    ("Gereedheid", "pages.readiness"),
                    ("Leidraad", "pages.guide"),
                    ("Eigen e-loket", "pages.elokets"),
                )
            ]
        }

    dashboard.add(room, company)
    readiness.add(room, company)
    guide.add(room, company)
    elokets.add(room, company)
    return room
