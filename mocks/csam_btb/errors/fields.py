"""Why what was sent about an appointment cannot be read, or is no fact that can be."""

from __future__ import annotations

from collections.abc import Iterable

from mocks.core.dutch import display
from mocks.core.errors import BadRequest, NotFound
from mocks.core.forms import shown


class FieldRefused(BadRequest):
    """A field of a form that cannot be read as it was filled in."""

    code = "field-refused"


class FieldMissing(FieldRefused):
    """A field that is needed is empty."""

    code = "field-missing"

    def __init__(self, label: str) -> None:
        super().__init__(f"Vul het veld ‘{label}’ in.")


class FieldTooLong(FieldRefused):
    """A field holds more than anybody's name or address does."""

    code = "field-too-long"

    def __init__(self, label: str, most: int) -> None:
        super().__init__(f"Het veld ‘{label}’ telt hoogstens {most} tekens. Maak het korter.")


class MalformedEmail(FieldRefused):
    """A text that is no e-mail address."""

    code = "malformed-email"

    def __init__(self, text: str) -> None:
        super().__init__(f"‘{shown(text)}’ is geen e-mailadres. Schrijf het zoals naam@voorbeeld.example.")


class MalformedPhone(FieldRefused):
    """A text that is no telephone number."""

    code = "malformed-phone"

    def __init__(self, text: str) -> None:
        super().__init__(f"‘{shown(text)}’ is geen telefoonnummer. Schrijf het zoals +32 400 00 00 00.")


class UnknownPost(BadRequest):
    """There is no such role or domain."""

    code = "unknown-post"

    def __init__(self, text: str, known: Iterable[str]) -> None:
        super().__init__(f"‘{shown(text)}’ is geen rol of domein. Kies een van: {', '.join(known)}.")


class MalformedAppointmentNumber(BadRequest):
    """A text that does not name an appointment."""

    code = "malformed-appointment-number"

    def __init__(self) -> None:
        super().__init__(
            "Schrijf een aanstelling als ondernemingsnummer-persoon-rol of domein, zoals "
            "0100000070-80010199976-main_access_manager of 0100000070-80010199976-finance."
        )


class AppointmentContradicts(BadRequest):
    """Members of an appointment that cannot be true together."""

    code = "appointment-contradicts"


class NotRegistered(NotFound):
    """The enterprise was never registered in BTB."""

    code = "not-registered"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Onderneming {display(number)} is niet geregistreerd in BTB: er werd nog niemand aangesteld. "
            "Laat een wettelijk vertegenwoordiger een hoofdtoegangsbeheerder aanstellen."
        )
