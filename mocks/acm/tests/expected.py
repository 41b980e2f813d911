"""What each rule says when it is the one that fails: fact, source and repair, to the letter."""

from __future__ import annotations

from mocks.acm.domain.decision import Check

ADD = "Laat KBO de functie registreren."
ACTIVATE = "Activeer de sleutel in Mijn digitale sleutels, of gebruik een andere."

FAILED = {
    "person_is_known": Check(
        "De persoon bestaat",
        False,
        "Niemand heeft nummer 68.11.23-999.10.",
        "Rijksregister",
        "Kijk het nummer na, of vraag een BIS-nummer aan wie niet in België woont.",
    ),
    "person_is_alive": Check(
        "De persoon leeft",
        False,
        "Jan Peeters is overleden op 26 april 2021.",
        "Rijksregister",
        "Iemand anders moet de organisatie vertegenwoordigen.",
    ),
    "key_is_active": Check(
        "De digitale sleutel is actief",
        False,
        "Jan Peeters heeft itsme niet geactiveerd.",
        "CSAM",
        ACTIVATE,
    ),
    "key_is_accepted": Check(
        "Het e-loket aanvaardt de digitale sleutel",
        False,
        "Proefloket aanvaardt itsme niet.",
        "Integratiedossier",
        "Meld u aan met een andere digitale sleutel.",
    ),
    "holds_belgian_eid": Check(
        "De persoon heeft een Belgische eID",
        False,
        "Jan Peeters heeft geen Belgische eID.",
        "Rijksregister",
        "Laat iemand met een Belgische eID voor de organisatie optreden.",
    ),
    "admits_persons": Check(
        "Het e-loket laat personen toe",
        False,
        "Proefloket staat niet open voor burgers.",
        "Integratiedossier",
        "Meld u aan namens een organisatie.",
    ),
    "admits_legal_representatives": Check(
        "Het e-loket laat wettelijk vertegenwoordigers toe",
        False,
        "Proefloket laat wettelijk vertegenwoordigers niet rechtstreeks toe.",
        "Integratiedossier",
        "Laat de lokale beheerder een gebruikersrecht toekennen in het Gebruikersbeheer.",
    ),
    "organisation_is_known": Check(
        "De organisatie is ingeschreven",
        False,
        "KBO kent geen onderneming met nummer 0110041748.",
        "KBO",
        "Kijk het ondernemingsnummer na in KBO Public Search.",
    ),
    "target_group_is_served": Check(
        "Het e-loket bedient de doelgroep van de organisatie",
        False,
        "Theater De Kade vzw valt onder doelgroep EA; Proefloket bedient BUR, LB.",
        "Integratiedossier",
        "Gebruik het e-loket dat deze doelgroep bedient.",
    ),
    "legal_form_is_served": Check(
        "Het e-loket bedient de rechtsvorm van de organisatie",
        False,
        "Proefloket staat niet open voor de rechtsvorm van Theater De Kade vzw.",
        "Integratiedossier",
        "Kijk in de voorwaarden van het e-loket na welke ondernemingen in aanmerking komen.",
    ),
    "admits_its_representatives": Check(
        "Wie deze organisatie vertegenwoordigt, heeft geen recht nodig",
        False,
        "Theater De Kade vzw is een onderneming van een natuurlijke persoon; Proefloket laat zonder recht "
        "alleen rechtspersonen toe.",
        "KBO",
        "Laat in het Gebruikersbeheer een gebruikersrecht toekennen.",
    ),
    "has_function": Check(
        "De persoon heeft een functie in de organisatie",
        False,
        "KBO noemt Jan Peeters niet onder de functies van Theater De Kade vzw.",
        "KBO",
        ADD,
    ),
    "function_represents": Check(
        "De functie geeft vertegenwoordiging",
        False,
        "Commissaris: geen functie die de organisatie vertegenwoordigt.",
        "KBO",
        ADD,
    ),
    "function_has_begun": Check(
        "De functie is begonnen",
        False,
        "Bestuurder: begint pas op 28 april 2021.",
        "KBO",
        "Wacht tot de eerste dag van de functie.",
    ),
    "function_has_not_ended": Check(
        "De functie is niet beëindigd",
        False,
        "Bestuurder: geldig tot en met 26 april 2021, dus beëindigd.",
        "KBO",
        ADD,
    ),
    "holding_enterprise_is_active": Check(
        "Wie de functie bekleedt, is actief",
        False,
        "Boekhoudkantoor Cijferwijs bv, die de functie bekleedt, is niet actief.",
        "KBO",
        ADD,
    ),
    "organisation_is_active": Check(
        "De organisatie is actief",
        False,
        "Theater De Kade vzw is stopgezet op 27 april 2021.",
        "KBO",
        "Voor een stopgezette organisatie kan niemand optreden; neem contact op met KBO als dat niet klopt.",
    ),
}
