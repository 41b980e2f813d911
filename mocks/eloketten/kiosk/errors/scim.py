"""Why KIOSK refuses what a SCIM client sends or asks, in the words that go into ``detail``."""

from __future__ import annotations

from typing import ClassVar

from mocks.core.errors import Refusal


class ScimRefusal(Refusal):
    """What a SCIM client hears; ``scim_type`` is the keyword of RFC 7644 §3.12, where it has one."""

    code = "scim-refused"
    scim_type: ClassVar[str | None] = None


class ScimTokenMissing(ScimRefusal):
    """No token was sent."""

    code = "scim-token-missing"
    status = 401

    def __init__(self) -> None:
        """Say how to send it."""
        super().__init__("Stuur het afgesproken token mee: Authorization: Bearer <token>.")


class ScimTokenWrong(ScimRefusal):
    """Another token was sent than the one that was agreed."""

    code = "scim-token-wrong"
    status = 401

    def __init__(self) -> None:
        """Say where it is set, and do not show it."""
        super().__init__(
            "Dit is niet het token dat met KIOSK is afgesproken. Kijk het na: IDM heeft het bij de push "
            "(scim-target, ‘token’)."
        )


class UnknownScimUser(ScimRefusal):
    """KIOSK heard of no such user."""

    code = "unknown-scim-user"
    status = 404

    def __init__(self, vo_id: str) -> None:
        """Name the id that was asked."""
        super().__init__(
            f"Van een gebruiker met id ‘{vo_id[:40]}’ weet KIOSK niets. Het id is het VO-id; een PUT op dit "
            "adres maakt de gebruiker."
        )


class UnknownScimPlace(ScimRefusal):
    """Nothing of the SCIM service stands at this address."""

    code = "unknown-scim-place"
    status = 404

    def __init__(self) -> None:
        """Say what does."""
        super().__init__(
            "Hier staat niets. Wel: /Users, /Users/<id>, /ServiceProviderConfig, /ResourceTypes en /Schemas."
        )


class OnlyPutIsPlayed(ScimRefusal):
    """A method with which IDM never comes."""

    code = "only-put-is-played"
    status = 405

    def __init__(self, allowed: tuple[str, ...]) -> None:
        """Say how a user is written; ``allowed`` goes into the header Allow."""
        super().__init__(
            "Een gebruiker wordt alleen met PUT /Users/<id> geschreven, in zijn geheel: POST, PATCH en "
            "DELETE gebruikt IDM niet. Wie geen recht meer heeft, krijgt ‘active’: false."
        )
        self.allowed = allowed


class ScimFilterNotHere(ScimRefusal):
    """A filter on what the service says of itself (RFC 7644 §4)."""

    code = "scim-filter-not-here"
    status = 403

    def __init__(self) -> None:
        """Say where a filter goes."""
        super().__init__("Hier wordt niet gefilterd. Laat ‘filter’ weg; op /Users kan het wel.")


class OtherScimVersion(ScimRefusal):
    """The user changed since the version that the client knows."""

    code = "other-scim-version"
    status = 412

    def __init__(self) -> None:
        """Say how to go on."""
        super().__init__(
            "De gebruiker is intussen anders dan de versie in If-Match. Lees opnieuw, of laat If-Match weg "
            "om te vervangen wat er staat."
        )


class NoScimDocument(ScimRefusal):
    """A body of another media type than JSON."""

    code = "no-scim-document"
    status = 415

    def __init__(self) -> None:
        """Say which ones will do."""
        super().__init__(
            "Stuur de gebruiker met Content-Type: application/scim+json; application/json mag ook."
        )


class InvalidScimSyntax(ScimRefusal):
    """A body that is no JSON object, or does not say that it is a User."""

    code = "invalid-scim-syntax"
    scim_type = "invalidSyntax"


class InvalidScimValue(ScimRefusal):
    """A value that is missing or is not what it should be."""

    code = "invalid-scim-value"
    scim_type = "invalidValue"

    def __init__(self, path: str, expected: str) -> None:
        """Name the attribute, and what it should be."""
        super().__init__(f"‘{path}’ moet {expected}.")


class InvalidScimFilter(ScimRefusal):
    """Another filter than the two that are played."""

    code = "invalid-scim-filter"
    scim_type = "invalidFilter"

    def __init__(self) -> None:
        """Say which they are."""
        super().__init__(
            'Dit filter wordt niet gespeeld. Wel: externalId eq "<VO-id>" en userName eq "<VO-id>".'
        )
