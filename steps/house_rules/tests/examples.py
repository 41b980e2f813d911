"""A feature that keeps every house rule, and for each rule what breaks it."""

from __future__ import annotations

from steps.house_rules.document import Document, read_document

PATH = "features/aanmelden/voorbeeld.feature"

GOOD = """\
# language: nl
Functionaliteit: Aanmelden namens een organisatie

  Wie een dossier beheert, doet dat voor de aanvrager.
  Daarom bepaalt de aanvrager wie dat mag.

  Bron: webinar (dia 12), stappen

  Achtergrond:
    Gegeven "Theater De Kade" is actief

  @W12
  Regel: Een wettelijk vertegenwoordiger vertegenwoordigt de organisatie automatisch

    Scenario: De bestuurder heeft geen recht
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich met itsme aanmeldt namens "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK

    @S01
    Abstract Scenario: Wie geen functie heeft
      Als <wie> zich met <sleutel> aanmeldt namens "Theater De Kade"
      Dan wordt <wie> geweigerd omdat de functie ontbreekt
      Maar ziet <wie> de eigen gegevens

      Voorbeelden:
        | wie | sleutel |
        | Tom | eID     |
        | Sara | itsme  |

  @zonder-weigering @W16
  Regel: KIOSK laat de digitale sleutel kiezen

    Zonder weigering: er is niets te weigeren voor er een sleutel gekozen is.

    Scenario: Elke sleutel staat op het scherm
      Als Olga op 27 april 2021 om 9.00 uur naar KIOSK 2.0 gaat
      Dan staat elke sleutel op het scherm
"""


def good() -> Document:
    """Return the feature that keeps every house rule."""
    return read_document(PATH, GOOD)


def changed(old: str, new: str) -> Document:
    """Return the good feature with one passage replaced."""
    assert GOOD.count(old) >= 1, f"the good feature has no '{old}'"
    return read_document(PATH, GOOD.replace(old, new, 1))


def line_of(document: Document, passage: str) -> int:
    """Return the number of the first line that holds a passage."""
    lines = document.text.splitlines()
    return next(number for number, line in enumerate(lines, start=1) if passage in line)
