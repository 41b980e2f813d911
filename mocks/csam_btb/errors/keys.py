"""Why FAS and Mijn digitale sleutels refuse; the tree stands in the package."""

from __future__ import annotations

from typing import ClassVar

from mocks.core.errors import BadRequest, NotFound, Refusal
from mocks.core.identifiers import Insz
from mocks.core.oauth import OAuthRefusal
from mocks.csam_btb.domain.keys import Reason
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind


class UnknownClient(Refusal):
    """No application was registered under this client_id."""

    code = "unknown-client"
    title = "Deze toepassing is niet bekend"


class WrongRedirectUri(Refusal):
    """The redirect URI is not one of the client's, to the letter."""

    code = "wrong-redirect-uri"
    title = "Deze toepassing stuurt u naar een onbekend adres"


class SignOutElsewhere(Refusal):
    """After signing out the browser would go to an address that is not the client's."""

    code = "wrong-post-logout-redirect-uri"
    title = "Deze toepassing stuurt u naar een onbekend adres"


class UnknownAttempt(Refusal):
    """This sign-in was finished, has lapsed, or belongs to another browser."""

    code = "unknown-attempt"
    title = "Deze aanmelding is niet meer geldig"

    def __init__(self) -> None:
        super().__init__(
            "Begin opnieuw bij de toepassing. Een aanmelding blijft een kwartier geldig, in één browser."
        )


class KeyNotOffered(Refusal):
    """The client asked another key, or a stronger one."""

    code = "key-not-offered"
    status = 403
    title = "Deze sleutel kan hier niet"

    def __init__(self, kind: Kind) -> None:
        super().__init__(
            f"De toepassing aanvaardt ‘{KEY_KINDS[kind].label}’ niet voor deze aanmelding. Ga terug en kies "
            "een andere sleutel."
        )


class StepRefused(Refusal):
    """A step of a sign-in that can be done again on the same page.

    ``field`` is the name of the field that the sentence is about.
    """

    code = "step-refused"
    field: ClassVar[str] = "number"


class UnknownHolder(StepRefused):
    """What was typed or chosen is nobody's number."""

    code = "unknown-holder"


_REASONS: dict[Reason, str] = {
    Reason.UNKNOWN_PERSON: "Het Rijksregister kent niemand met nummer {insz}. Kijk het nummer na.",
    Reason.DECEASED: "De persoon met nummer {insz} is overleden: geen enkele sleutel werkt nog.",
    Reason.TOKEN_GONE: (
        "Het federaal token bestaat niet meer sinds 31 januari 2024. Gebruik een andere digitale sleutel."
    ),
    Reason.NO_CARD: "Deze persoon heeft geen Belgische eID. Gebruik een andere digitale sleutel.",
    Reason.NOT_ACTIVATED: (
        "Deze persoon heeft ‘{label}’ niet geactiveerd. Activeer de sleutel eerst in Mijn digitale "
        "sleutels, of gebruik een andere."
    ),
    Reason.PENDING: (
        "De activering van ‘{label}’ is nog niet voltooid: de activeringscode is nog niet gebruikt. "
        "Open de link uit de e-mail en typ de code van de brief, of gebruik een andere sleutel."
    ),
    Reason.REVOKED: (
        "De sleutel ‘{label}’ is verwijderd. Activeer ze opnieuw in Mijn digitale sleutels, of gebruik een "
        "andere."
    ),
    Reason.EXPIRED: (
        "De sleutel ‘{label}’ is verlopen: een sleutel blijft tien jaar geldig. Activeer ze opnieuw in Mijn "
        "digitale sleutels, of gebruik een andere."
    ),
    Reason.TOKEN_UNUSED: (
        "Dit federaal token is twaalf maanden niet gebruikt en daarom gestopt. Een token kan niet opnieuw "
        "geactiveerd worden: gebruik een andere digitale sleutel."
    ),
}

_REPAIRED_BY_ACTIVATING = frozenset({Reason.NOT_ACTIVATED, Reason.REVOKED, Reason.EXPIRED})


class KeyNotActive(StepRefused):
    """A key that does not work today; ``reason`` says why, the sentence what helps."""

    code = "key-not-active"
    status = 403

    def __init__(self, reason: Reason, kind: Kind, insz: Insz) -> None:
        super().__init__(_REASONS[reason].format(insz=insz.display, label=KEY_KINDS[kind].label))
        self.reason = reason

    @property
    def by_activating(self) -> bool:
        """Whether it ends when the person activates the key in Mijn digitale sleutels."""
        return self.reason in _REPAIRED_BY_ACTIVATING


def tries_left(left: int) -> str:
    """Return what to say of the tries that are left, in Dutch."""
    return "U hebt nog 1 poging." if left == 1 else f"U hebt nog {left} pogingen."


class WrongProof(StepRefused):
    """A wrong PIN or code, with the tries that are left."""

    code = "wrong-proof"
    status = 403
    field = "proof"

    def __init__(self, sentence: str, left: int) -> None:
        super().__init__(f"{sentence} {tries_left(left)}")
        self.left = left


class WrongPhone(StepRefused):
    """A telephone number to which no text message can be sent."""

    code = "wrong-phone"
    field = "phone"


class ToClient(Refusal):
    """A refusal that the browser carries back to the client."""

    code = "refused-to-client"

    def __init__(self, redirect_uri: str, state: str | None, refusal: OAuthRefusal) -> None:
        super().__init__(refusal.sentence)
        self.redirect_uri = redirect_uri
        self.state = state
        self.refusal = refusal


class NotSignedIn(Refusal):
    """Nobody is signed in to these pages (any more)."""

    code = "not-signed-in"
    status = 401

    def __init__(self) -> None:
        super().__init__("Meld u aan bij FAS om verder te gaan.")


class LoginRequired(OAuthRefusal):
    """Nobody is signed in and no page may be shown (OpenID Connect Core §3.1.2.6)."""

    error = code = "login_required"


class KeyRefused(Refusal):
    """A key that cannot be put, activated or removed."""

    code = "key-refused"
    status = 409


class MalformedKeyNumber(BadRequest):
    """A key is numbered by its holder and its kind."""

    code = "malformed-key-number"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"‘{number[:40]}’ is geen sleutel. Schrijf het nummer van de persoon, een streepje en "
            "itsme, app, sms of token: 68112399910-itsme."
        )


class EidIsNotPut(KeyRefused):
    """Whoever holds a Belgian identity card has this key."""

    code = "eid-is-not-put"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            "De eID vraagt geen activering: het Rijksregister zegt wie er een heeft. Gebruik "
            f"PUT /rijksregister/_mock/person/{insz} met belgian_eid."
        )


class DatesContradict(KeyRefused):
    """Dates that cannot all be true of one key."""

    code = "dates-contradict"


class CannotActivate(KeyRefused):
    """A key that cannot be activated (any more)."""

    code = "cannot-activate"

    def __init__(self, kind: Kind) -> None:
        super().__init__(
            "Sinds 25 september 2020 kan een federaal token niet meer geactiveerd worden. Activeer een "
            "andere digitale sleutel."
            if kind is Kind.TOKEN
            else "De eID vraagt geen activering: ze werkt zodra u uw kaart hebt."
        )


class AlreadyActive(KeyRefused):
    """The person has this key and it works."""

    code = "already-active"

    def __init__(self, kind: Kind) -> None:
        super().__init__(f"U hebt ‘{KEY_KINDS[kind].label}’ al. Verwijder de sleutel eerst, of gebruik ze.")


class NotStrongEnough(KeyRefused):
    """Activating takes a sign-in with eID or itsme."""

    code = "not-strong-enough"
    status = 403
    title = "Meld u aan met een sterkere sleutel"

    def __init__(self) -> None:
        super().__init__(
            "Een digitale sleutel activeren kan alleen wie zich met eID of itsme heeft aangemeld. Meld u af "
            "en opnieuw aan met een van beide, of ga naar een registratiekantoor."
        )


class NoActivation(KeyRefused):
    """There is no activation to confirm: it was not begun, has lapsed or was finished."""

    code = "no-activation"

    def __init__(self) -> None:
        super().__init__("Deze activering is niet (meer) bezig. Begin ze opnieuw in Mijn digitale sleutels.")


class ActivationEnded(KeyRefused):
    """Too many wrong codes, or refused on the phone."""

    code = "activation-ended"


class NothingToRemove(KeyRefused):
    """The person does not have this key, or it is the eID."""

    code = "nothing-to-remove"

    def __init__(self, kind: Kind) -> None:
        super().__init__(
            "Een eID kunt u hier niet verwijderen: ze hoort bij uw identiteitskaart."
            if kind is Kind.EID
            else f"U hebt ‘{KEY_KINDS[kind].label}’ niet, dus er is niets te verwijderen."
        )


class NoDigitalKeys(NotFound):
    """CSAM holds no activated key of this person."""

    code = "no-digital-keys"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            f"CSAM kent geen geactiveerde sleutel van {insz.display}. Zet er een met "
            f"PUT /csam/_mock/key/{insz}-itsme. De eID staat in het Rijksregister."
        )
