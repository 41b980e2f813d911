"""Who may not conclude mandates, and which party can have none."""

from __future__ import annotations

from mocks.core.errors import NotFound, Refusal


class MayNotConclude(Refusal):
    """The person may not conclude mandates for this party."""

    code = "may-not-conclude"
    status = 403
    title = "U kunt hier geen mandaten afsluiten"


class NotThisPerson(MayNotConclude):
    """For a natural person nobody concludes but that person."""

    code = "not-this-person"


class NothingWithOrganisation(MayNotConclude):
    """The person has neither a function in the organisation nor a work relation with it."""

    code = "nothing-with-organisation"


class FunctionDoesNotRepresent(MayNotConclude):
    """The person has a function in the organisation, but of a kind that does not represent it."""

    code = "function-does-not-represent"


class FunctionNotBegun(MayNotConclude):
    """The representing function begins later."""

    code = "function-not-begun"


class FunctionEnded(MayNotConclude):
    """The representing function has ended."""

    code = "function-ended"


class HoldingEnterpriseStopped(MayNotConclude):
    """The enterprise that holds the function has stopped."""

    code = "holding-enterprise-stopped"


class NotActiveInIdm(MayNotConclude):
    """The workflow of the person in IDM has not ended."""

    code = "not-active-in-idm"


class RightMissing(MayNotConclude):
    """The person works for the organisation without the right "SSM Mandaatbeheerder"."""

    code = "right-missing"


class RightRevoked(MayNotConclude):
    """The right "SSM Mandaatbeheerder" was revoked."""

    code = "right-revoked"


class RightNotValid(MayNotConclude):
    """The right "SSM Mandaatbeheerder" has ended, or begins later."""

    code = "right-not-valid"


class WorkRelationNotValid(MayNotConclude):
    """The work relation has ended, or begins later."""

    code = "work-relation-not-valid"


class NotAParty(Refusal):
    """The party for whom somebody acts is neither mandator nor mandate holder."""

    code = "not-a-party"
    status = 403


class OrganisationStopped(Refusal):
    """The organisation has stopped, so that it gives and takes no mandates any more."""

    code = "organisation-stopped"
    status = 409


class PersonDeceased(Refusal):
    """The person has died."""

    code = "person-deceased"
    status = 409


class NoEnterpriseNumber(Refusal):
    """An organisation without enterprise number cannot be a party."""

    code = "no-enterprise-number"
    status = 409


class UnknownOrganisation(NotFound):
    """KBO knows no organisation with this number."""

    code = "unknown-organisation"


class UnknownPerson(NotFound):
    """The Rijksregister knows nobody with this number."""

    code = "unknown-person"
