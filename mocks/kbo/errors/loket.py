"""Why the desk of the ondernemingsloket refuses a foreign enterprise; the tree stands in the package."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from mocks.core.dutch import dutch_date
from mocks.core.errors import BadRequest, Refusal
from mocks.core.forms import shown
from mocks.core.identifiers import Insz

HELP = "Hulp: 1700 (werkdagen 9–19 u.), vanuit het buitenland +32 2 553 1700."
"""*Bron*: the guide for foreign service providers, seed 003."""

GET_BIS_NUMBER = (
    "Wie geen nummer heeft, vraagt eerst een BIS-nummer bij BOSA (op afspraak, +32 2 474 50 60) of bij een "
    "registratiekantoor."
)
"""*Bron*: the same."""


class FieldRefused(BadRequest):
    """A field cannot be taken as it was filled in; ``field`` is the name of which one it always is."""

    code = "field-refused"
    field: ClassVar[str] = "name"


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


class UnreadableField(FieldRefused):
    """A field holds a sign that no page can show."""

    code = "unreadable-field"

    def __init__(self, label: str) -> None:
        super().__init__(f"Het veld ‘{label}’ bevat een teken dat niet leesbaar is. Typ het opnieuw.")


class UnknownCountry(FieldRefused):
    """No country has this code."""

    code = "unknown-country"
    field = "country"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"‘{shown(text)}’ is geen landcode. Schrijf de twee letters van het land, zoals NL, FR of GB."
        )


class NotForeign(FieldRefused):
    """An enterprise of Belgium is not registered as a foreign one."""

    code = "not-foreign"
    field = "country"

    def __init__(self) -> None:
        super().__init__(
            "Dit loket schrijft buitenlandse ondernemingen in, en BE is België. Geef een ander land, of zoek "
            f"het nummer van een Belgische onderneming op in Public Search. {HELP}"
        )


class UnknownChoice(FieldRefused):
    """A legal form or a function that the desk does not register."""

    code = "unknown-choice"

    def __init__(self, label: str, text: str, known: Iterable[str]) -> None:
        super().__init__(f"‘{shown(text)}’ kan niet bij ‘{label}’. Kies een van: {', '.join(known)}.")


class MalformedBegin(FieldRefused):
    """A text that is no day."""

    code = "malformed-begin"
    field = "begin"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"‘{shown(text)}’ is geen dag van de kalender. Schrijf jaar-maand-dag, zoals 2021-04-27, of "
            "dag/maand/jaar, zoals 27/04/2021."
        )


class BeginOutOfBounds(FieldRefused):
    """A begin too long ago, or too far ahead."""

    code = "begin-out-of-bounds"
    field = "begin"

    def __init__(self, earliest: date, latest: date) -> None:
        super().__init__(
            f"De begindatum ligt hier van {dutch_date(earliest)} tot en met {dutch_date(latest)}, hoogstens "
            "een jaar na vandaag. Kijk de datum na, of kom later terug."
        )


class MalformedEmail(FieldRefused):
    """A text that is no e-mail address."""

    code = "malformed-email"
    field = "email"

    def __init__(self, text: str) -> None:
        super().__init__(f"‘{shown(text)}’ is geen e-mailadres. Schrijf het zoals naam@voorbeeld.example.")


class MalformedPhone(FieldRefused):
    """A text that is no telephone number."""

    code = "malformed-phone"
    field = "phone"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"‘{shown(text)}’ is geen telefoonnummer. Schrijf het met de landcode, zoals +353 21 000 0014."
        )


class MalformedRegisterNumber(FieldRefused):
    """A register number without a letter or a digit."""

    code = "malformed-register-number"
    field = "register_number"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"‘{shown(text)}’ is geen nummer uit een handelsregister: er staat geen letter of cijfer in. "
            "Neem het over van een uittreksel, of laat het leeg als het land er geen geeft."
        )


class RepresentativeRefused(FieldRefused):
    """The legal representative cannot be registered."""

    code = "representative-refused"
    field = "representative"


class RepresentativeMissing(RepresentativeRefused):
    """Nobody is named who represents the enterprise."""

    code = "representative-missing"

    def __init__(self) -> None:
        super().__init__(
            "Geef het nummer van de wettelijk vertegenwoordiger: zonder vertegenwoordiger wordt geen "
            f"buitenlandse onderneming ingeschreven. {GET_BIS_NUMBER} {HELP}"
        )


class MalformedRepresentative(RepresentativeRefused):
    """What was filled in is neither a national number nor a BIS number; ``why`` says what is wrong."""

    code = "malformed-representative"

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} {GET_BIS_NUMBER} {HELP}")


class UnknownRepresentative(RepresentativeRefused):
    """The Rijksregister knows nobody by the number."""

    code = "unknown-representative"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            f"Het Rijksregister kent niemand met nummer {insz.display}. Kijk het nummer na. "
            f"{GET_BIS_NUMBER} {HELP}"
        )


class DeceasedRepresentative(RepresentativeRefused):
    """The person has died."""

    code = "deceased-representative"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            f"De persoon met nummer {insz.display} is overleden. Geef een andere wettelijk "
            f"vertegenwoordiger. {HELP}"
        )


class DeskFull(Refusal):
    """Every number that the desk can give is taken."""

    code = "desk-full"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Het loket heeft in deze wereld geen ondernemingsnummer meer over. Begin met een nieuwe wereld, "
            "of verwijder ondernemingen met DELETE /kbo/_mock/enterprise/<nummer>."
        )
