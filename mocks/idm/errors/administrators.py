"""Who may not act, and for which organisation nobody may."""

from __future__ import annotations

from mocks.core.errors import NotFound, Refusal


class NotAdministrator(Refusal):
    """The person is no local administrator of this organisation, by any of the five grounds."""

    code = "not-local-administrator"
    status = 403
    title = "U bent hier geen lokale beheerder"


class AdministersElsewhere(NotAdministrator):
    """The person is local administrator, but of another organisation."""

    code = "administers-other-organisation"


class WrongDomain(NotAdministrator):
    """The person is access manager (BTB), but of another domain than the right's."""

    code = "wrong-domain"
    title = "Een ander domein"


class MayNotGrant(NotAdministrator):
    """The person is local administrator, but not of the kind that grants this right."""

    code = "may-not-grant"
    title = "Dit recht kent iemand anders toe"


class OrganisationStopped(Refusal):
    """The organisation has stopped, so that nobody administers it any more."""

    code = "organisation-stopped"
    status = 409


class UnknownOrganisation(NotFound):
    """KBO knows no organisation with this number."""

    code = "unknown-organisation"
