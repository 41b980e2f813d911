"""The page of the guide: three questions, and then the steps of exactly this applicant."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from mocks.core.clock import parse_date
from mocks.core.shell import current_visit
from mocks.stage.company import Company
from mocks.stage.domain.applicants import WAYS, Kind, check_kind, check_way
from mocks.stage.domain.guide import Found, Step, steps_of_organisation, steps_of_person

MOST_PEOPLE = 200
"""Of one organisation, of whom the steps are read."""

DOORS = {
    "csam": "/sleutels",
    "kbo": "/zoeknummerform.html",
    "btb": "/btb",
    "idm": "/",
    "ssm": "/",
    "kiosk": "/",
}
TITLES = {
    "csam": "Mijn digitale sleutels",
    "kbo": "KBO Public Search",
    "btb": "Beheer der Toegangsbeheerders",
    "idm": "Gebruikersbeheer",
    "ssm": "Self Service Mandatenbeheer",
    "kiosk": "KIOSK",
}


def add(room: Blueprint, company: Company) -> None:
    """Add the page."""

    @room.get("/leidraad")
    def guide() -> str:
        """Lead an applicant to the steps that are his.

        *Bron*: "Een aangeboden leidraad zal ervoor zorgen dat een aanvrager naar informatie op maat wordt
        geleid" (answer 124); its form is ours.
        """
        arguments = request.args
        if not arguments.get("wie"):
            return render_template("stage/guide.html", kinds=[(kind.value, kind.label) for kind in Kind])
        kind, way = Kind.read(arguments["wie"]), arguments.get("weg", "")
        check_way(kind, way)
        whom = arguments.get("nummer") or arguments.get("voor")
        if not whom:
            return render_template(
                "stage/guide_whom.html",
                kind=kind,
                choices=_choices(company, kind),
                ways=[(key, text) for key, text in WAYS.items() if not _beyond(kind, key)],
            )
        day = arguments.get("date")
        name, ready, steps = _steps(company, kind, way, whom, day)
        visit = current_visit()
        return render_template(
            "stage/guide_steps.html",
            kind=kind,
            name=name,
            way=WAYS[way],
            readiness=ready,
            steps=steps,
            doors={key: (TITLES[key], visit.url(key, door)) for key, door in DOORS.items()},
            whom=whom,
            date=day,
        )


def _steps(
    company: Company, kind: Kind, way: str, whom: str, day: str | None
) -> tuple[str, object, tuple[Step, ...]]:
    visit, asked = current_visit(), parse_date(day) if day else None
    here = company.readiness(visit, "kiosk", asked)
    if kind is Kind.PERSON:
        one = here.oneself(whom)
        return one.name, here, steps_of_person(here, one)
    organisation = here.organisation(_acting_for(company, kind, whom))
    check_kind(kind, organisation)
    administered = company.readiness(visit, "idm", asked)
    found = Found(here, here.of(organisation, 0, MOST_PEOPLE), administered.of(organisation, 0, MOST_PEOPLE))
    return organisation.name, here, steps_of_organisation(kind, way, found)


def _acting_for(company: Company, kind: Kind, whom: str) -> str:
    """Return who acts for a school of the cast: its inrichtende macht."""
    school = company.cast.organisations.get(whom) if kind is Kind.SCHOOL else None
    return (school.inrichtende_macht or whom) if school is not None else whom


def _choices(company: Company, kind: Kind) -> list[tuple[str, str]]:
    if kind is Kind.PERSON:
        return [(one.key, one.name) for one in company.cast.people.values()]
    organisations = company.cast.organisations.values()
    if kind is Kind.SCHOOL:
        return [(one.key, one.name) for one in organisations if one.inrichtende_macht]
    group = "LB" if kind is Kind.LOCAL else "EA"
    return [(one.key, one.name) for one in organisations if one.target_group == group and one.number]


def _beyond(kind: Kind, way: str) -> bool:
    return kind is Kind.LOCAL and way == "mandate"
