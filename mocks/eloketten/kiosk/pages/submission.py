"""The screen that submits a dossier: what goes, what is still missing, and the button.

*Bron*: the minister's answer ("dossiers indienen"); the screen and its words are ours.
"""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from mocks.core.languages import Sentence, say
from mocks.core.shell import current_visit, problem, wants_page
from mocks.eloketten.kiosk.backend import Submissions
from mocks.eloketten.kiosk.domain.calendar import season_on
from mocks.eloketten.kiosk.domain.dossiers import Detail
from mocks.eloketten.kiosk.domain.submission import Papers, Requirement
from mocks.eloketten.kiosk.errors import AlreadySubmitted, NotComplete
from mocks.eloketten.kiosk.pages.frame import (
    Answer,
    applicant_here,
    applicant_of_form,
    blueprint,
    page,
    refusal_page,
)
from mocks.eloketten.kiosk.pages.screens import Typed, shows_again


@blueprint.get("/dossiers/<number>/indienen")
def submission(number: str) -> str:
    """Show what is submitted and what is still missing, with the way to fill that in."""
    return _screen(number, Typed({}))


@blueprint.post("/dossiers/<number>/indienen")
def submit(number: str) -> Response:
    """Submit a dossier, after ACM confirmed that this person may.

    Fields: ``version`` and ``mark``, those of the form.
    """
    applicant = applicant_of_form()
    Submissions(current_visit()).submit(applicant, number, request.form.to_dict())
    return redirect(url_for("pages.dossier", number=number, ingediend=1), code=303)


@shows_again("submit")
def submission_again(typed: Typed) -> str:
    """Show the dossier as it is now, which one has to see before it is submitted."""
    return _screen((request.view_args or {})["number"], typed)


@blueprint.app_errorhandler(NotComplete)
def not_complete(refusal: NotComplete) -> Answer:
    """Show what is missing, with the way to fill it in."""
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return _screen((request.view_args or {})["number"], Typed({}), refusal), refusal.status


@blueprint.app_errorhandler(AlreadySubmitted)
def already_submitted(refusal: AlreadySubmitted) -> Answer:
    """Say when it was, and lead to the dossier."""
    number = (request.view_args or {})["number"]
    return refusal_page(refusal, url_for("pages.dossier", number=number), say("Naar het dossier"))


def _screen(number: str, typed: Typed, refusal: NotComplete | None = None) -> str:
    applicant, visit = applicant_here(), current_visit()
    papers = Submissions(visit).papers(applicant, number)
    return page(
        "submission",
        applicant,
        papers=papers,
        places=_places(papers),
        season=season_on(visit.clock.today),
        typed=typed,
        refusal=refusal,
        version=typed.version if typed.version is not None else papers.dossier.version,
    )


def _places(papers: Papers) -> list[tuple[Sentence, str]]:
    """Return what is missing, and where each is filled in."""
    words = {Requirement.ACCOUNT: Detail.ACCOUNT, Requirement.ADDRESS: Detail.EMAIL}
    return [
        (
            one.label,
            url_for("pages.detail", number=papers.dossier.number, word=words[one].value)
            if one in words
            else url_for("pages.contact"),
        )
        for one in papers.missing
    ]
