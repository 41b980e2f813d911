"""Why KIOSK does not change a dossier, contact data or a profile."""

from __future__ import annotations

from collections.abc import Mapping

from mocks.core.errors import BadRequest, NotFound, Refusal
from mocks.core.forms import shown
from mocks.core.languages import say


class InvalidForm(BadRequest):
    """What was typed does not fit."""

    code = "invalid-form"
    title = say("Er klopt iets niet")

    def __init__(self, fields: Mapping[str, str]) -> None:
        """Keep the sentence that is wrong with each field."""
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class IncompleteForm(BadRequest):
    """A form that does not say which version it was opened with."""

    code = "incomplete-form"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("Dit formulier is niet volledig. Open het opnieuw en vul het nog eens in."))


class FormExpired(BadRequest):
    """A form whose token does not belong to the cookie of this browser, or that comes without one."""

    code = "form-expired"
    title = "Dit formulier is niet meer geldig"

    def __init__(self) -> None:
        """Say where what was typed still stands, and what to do."""
        super().__init__(
            say(
                "Dit formulier hoort niet bij deze browser: de cookie van KIOSK is gewist of vervangen. "
                "Omdat niet vaststaat wie het verstuurde, is er niets bewaard, ook niet wat u typte. Ga "
                "terug in uw browser: daar staat het meestal nog. Kopieer het, open de pagina opnieuw en vul "
                "het nog eens in."
            )
        )


class OutdatedForm(Refusal):
    """Somebody else changed the same after the form was opened."""

    code = "outdated-form"
    status = 409
    title = say("Iemand was u voor")

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            say(
                "Iemand anders wijzigde dit nadat u het formulier opende. Er is niets bewaard. Vergelijk "
                "wat u typte met wat er nu staat, en bewaar opnieuw als het zo moet."
            )
        )


class OtherSignIn(Refusal):
    """A form that was opened by somebody else, or for another applicant, in the same browser."""

    code = "other-sign-in"
    status = 409
    title = say("U bent intussen anders aangemeld")

    def __init__(self, representative: str, applicant: str) -> None:
        """Say who is signed in now, and for whom."""
        super().__init__(
            say(
                "In deze browser is nu %(representative)s aangemeld voor %(applicant)s; dat was anders toen "
                "u dit formulier opende. Er is niets bewaard. Open het opnieuw, of wissel van organisatie "
                "of persoon.",
                representative=representative,
                applicant=applicant,
            )
        )


class AccountFixed(Refusal):
    """The dossier has reached the advice phase, so that its account number stands (*Bron*: webinar)."""

    code = "account-fixed"
    status = 403
    title = say("Het rekeningnummer staat vast")

    def __init__(self, phase: str) -> None:
        """Name the phase in which the dossier is."""
        super().__init__(
            say(
                "Het rekeningnummer kan wijzigen zolang het dossier de adviesfase niet heeft bereikt. Dit "
                "dossier zit in de fase ‘%(phase)s’. Klopt het nummer niet, mail dan naar "
                "kiosk@vlaanderen.be.",
                phase=phase,
            )
        )


class UnknownDetail(NotFound):
    """A dossier has no such screen."""

    code = "unknown-detail"

    def __init__(self, word: str, known: str) -> None:
        """Name what was asked, and what there is."""
        super().__init__(
            say("Een dossier heeft geen scherm ‘%(word)s’, wel: %(known)s.", word=shown(word), known=known)
        )


class MalformedPhone(BadRequest):
    """A text that is no phone number."""

    code = "malformed-phone"

    def __init__(self, text: str) -> None:
        """Show what a phone number looks like."""
        super().__init__(
            say(
                "‘%(text)s’ is geen telefoonnummer. Schrijf het zoals 02 123 45 67, of met het landnummer "
                "ervoor zoals +31 20 123 45 67.",
                text=shown(text.strip()),
            )
        )


class MalformedProfileNumber(BadRequest):
    """A text that names no profile."""

    code = "malformed-profile-number"

    def __init__(self, text: str) -> None:
        """Show what names a profile."""
        super().__init__(
            f"‘{shown(text)}’ noemt geen profiel. Schrijf <aanvrager>-<persoon>, zoals "
            "0110041748-68112399910."
        )
