"""The checks that every route has, and those of the person himself and of the legal representative.

One small function each, in the order of the leeswijzer.  Each says whether it holds, on which fact and
from which source, and what would help.
"""

from __future__ import annotations

from mocks.acm.domain.case import CSAM, FILE, KBO, RIJKSREGISTER, Case
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Check
from mocks.acm.domain.words import dutch, period_in_words


def person_is_known(case: Case) -> Check:
    """The person stands in the register."""
    known = case.facts.person is not None
    fact = (
        f"{case.who} staat in het register." if known else f"Niemand heeft nummer {case.facts.insz.display}."
    )
    return Check(
        "De persoon bestaat",
        known,
        fact,
        RIJKSREGISTER,
        "Kijk het nummer na, of vraag een BIS-nummer aan wie niet in België woont.",
    )


def person_is_alive(case: Case) -> Check:
    """The person has not died."""
    died = case.facts.person.deceased_on if case.facts.person else None
    alive = died is None or died > case.today
    fact = f"{case.who} leeft." if alive else f"{case.who} is overleden op {dutch(died)}."
    return Check(
        "De persoon leeft", alive, fact, RIJKSREGISTER, "Iemand anders moet de organisatie vertegenwoordigen."
    )


_NATURAL_PERSON = "1"
_ACTIVATE = "Activeer de sleutel in Mijn digitale sleutels, of gebruik een andere."


def key_is_active(case: Case) -> Check:
    """The key works on this day; the eID for whoever holds the card, the others once activated."""
    what = "De digitale sleutel is actief"
    if case.key is None:
        accepted = ", ".join(MEANS[kind].label for kind in case.eloket.keys)
        fact = f"{case.who} heeft geen actieve digitale sleutel die {case.eloket.client_name} aanvaardt "
        return Check(what, False, f"{fact}({accepted}).", CSAM, _ACTIVATE)
    label = MEANS[case.key].label
    if case.key == "eid":
        holds = case.facts.person is not None and case.facts.person.belgian_eid
        fact = f"{case.who} heeft {'een' if holds else 'geen'} Belgische eID."
        return Check(what, holds, fact, RIJKSREGISTER, "Gebruik een andere digitale sleutel.")
    key = case.facts.key(case.key)
    if key is None:
        return Check(what, False, f"{case.who} heeft {label} niet geactiveerd.", CSAM, _ACTIVATE)
    if key.period is None:
        return Check(what, False, f"De activering van {label} is nog niet voltooid.", CSAM, _ACTIVATE)
    holds = key.period.holds_on(case.today)
    why = f" ({key.ended_by})" if key.ended_by and key.period.ended(case.today) else ""
    fact = f"{label}: {period_in_words(key.period, case.today)}{why}."
    return Check(what, holds, fact, CSAM, _ACTIVATE)


def key_is_accepted(case: Case) -> Check:
    """The e-loket accepts this kind of key."""
    title = case.eloket.client_name
    label = MEANS[case.key].label if case.key is not None else ""
    holds = case.key in case.eloket.keys
    fact = f"{title} aanvaardt {label}." if holds else f"{title} aanvaardt {label} niet."
    repair = "Meld u aan met een andere digitale sleutel."
    return Check("Het e-loket aanvaardt de digitale sleutel", holds, fact, FILE, repair)


def holds_belgian_eid(case: Case) -> Check:
    """The person holds a Belgian eID, where the e-loket asks it; whichever key is used."""
    needed = case.eloket.belgian_eid
    what = "De persoon heeft een Belgische eID"
    if needed == "never" or (needed == "organisation" and not case.for_organisation):
        return Check(what, True, f"{case.eloket.client_name} vraagt hiervoor geen Belgische eID.", FILE)
    holds = case.facts.person is not None and case.facts.person.belgian_eid
    fact = f"{case.who} heeft {'een' if holds else 'geen'} Belgische eID."
    repair = "Laat iemand met een Belgische eID voor de organisatie optreden."
    return Check(what, holds, fact, RIJKSREGISTER, repair)


def admits_persons(case: Case) -> Check:
    """The e-loket serves citizens."""
    holds = "BUR" in case.eloket.target_groups and "person" in case.eloket.routes
    fact = f"{case.eloket.client_name} staat {'' if holds else 'niet '}open voor burgers."
    return Check("Het e-loket laat personen toe", holds, fact, FILE, "Meld u aan namens een organisatie.")


def admits_legal_representatives(case: Case) -> Check:
    """The e-loket lets a legal representative in by KBO alone."""
    holds = "legal_representative" in case.eloket.routes
    title = case.eloket.client_name
    fact = f"{title} laat wettelijk vertegenwoordigers {'' if holds else 'niet '}rechtstreeks toe."
    repair = "Laat de lokale beheerder een gebruikersrecht toekennen in het Gebruikersbeheer."
    return Check("Het e-loket laat wettelijk vertegenwoordigers toe", holds, fact, FILE, repair)


def organisation_is_known(case: Case) -> Check:
    """KBO knows the organisation."""
    holds = case.organisation is not None
    fact = (
        f"{case.name} is ingeschreven." if holds else f"KBO kent geen onderneming met nummer {case.number}."
    )
    repair = "Kijk het ondernemingsnummer na in KBO Public Search."
    return Check("De organisatie is ingeschreven", holds, fact, KBO, repair)


def target_group_is_served(case: Case) -> Check:
    """The e-loket serves organisations of this target group."""
    holds = case.group in case.eloket.target_groups
    fact = f"{case.name} valt onder doelgroep {case.group}; {case.eloket.client_name} bedient "
    fact += f"{', '.join(case.eloket.target_groups)}."
    repair = "Gebruik het e-loket dat deze doelgroep bedient."
    return Check("Het e-loket bedient de doelgroep van de organisatie", holds, fact, FILE, repair)


def legal_form_is_served(case: Case) -> Check:
    """The e-loket serves organisations of this legal form."""
    form = case.organisation.legal_form if case.organisation else None
    holds = form is None or form not in case.eloket.excluded_legal_forms
    fact = (
        f"{case.eloket.client_name} staat {'' if holds else 'niet '}open voor de rechtsvorm van {case.name}."
    )
    repair = "Kijk in de voorwaarden van het e-loket na welke ondernemingen in aanmerking komen."
    return Check("Het e-loket bedient de rechtsvorm van de organisatie", holds, fact, FILE, repair)


def admits_its_representatives(case: Case) -> Check:
    """The e-loket takes KBO's word for this kind of enterprise: of some it does for legal persons only."""
    natural = case.organisation is not None and case.organisation.kind == _NATURAL_PERSON
    holds = not (natural and case.eloket.legal_persons_only)
    if natural:
        fact = f"{case.name} is een onderneming van een natuurlijke persoon"
        fact += "." if holds else f"; {case.eloket.client_name} laat zonder recht alleen rechtspersonen toe."
    else:
        fact = f"{case.name} is een rechtspersoon."
    repair = "Laat in het Gebruikersbeheer een gebruikersrecht toekennen."
    return Check("Wie deze organisatie vertegenwoordigt, heeft geen recht nodig", holds, fact, KBO, repair)


def organisation_is_active(case: Case) -> Check:
    """The organisation has not stopped."""
    ended = case.organisation.stopped_on if case.organisation else None
    holds = ended is None or ended > case.today
    fact = f"{case.name} is actief." if holds else f"{case.name} is stopgezet op {dutch(ended)}."
    repair = (
        "Voor een stopgezette organisatie kan niemand optreden; neem contact op met KBO als dat niet klopt."
    )
    return Check("De organisatie is actief", holds, fact, KBO, repair)


def _register(case: Case) -> str:
    """Say what would help whoever lacks a function; a user right only where the e-loket has one."""
    if "work_relation" not in case.eloket.routes:
        return "Laat KBO de functie registreren."
    return "Laat KBO de functie registreren, of laat de lokale beheerder een gebruikersrecht toekennen."


def has_function(case: Case) -> Check:
    """The person holds a function in the organisation."""
    holds = bool(case.held)
    if holds:
        fact = f"{case.who} bij {case.name}: {', '.join(one.label for one in case.held)}."
    else:
        fact = f"KBO noemt {case.who} niet onder de functies van {case.name}."
    return Check("De persoon heeft een functie in de organisatie", holds, fact, KBO, _register(case))


def function_represents(case: Case) -> Check:
    """One of the functions is of a kind that represents the organisation."""
    holds = bool(case.representing)
    named = ", ".join(one.label for one in (case.representing or case.held))
    fact = f"{named}: {'een functie' if holds else 'geen functie'} die de organisatie vertegenwoordigt."
    return Check("De functie geeft vertegenwoordiging", holds, fact, KBO, _register(case))


def function_has_begun(case: Case) -> Check:
    """One of those has begun."""
    holds = bool(case.begun)
    word = "begonnen op" if holds else "begint pas op"
    shown = case.begun or case.representing
    fact = "; ".join(f"{one.label}: {word} {dutch(one.period.begin)}" for one in shown) + "."
    return Check("De functie is begonnen", holds, fact, KBO, "Wacht tot de eerste dag van de functie.")


def function_has_not_ended(case: Case) -> Check:
    """One of those has not ended; the end date is the last valid day."""
    holds = bool(case.current)
    shown = case.current or case.begun
    fact = "; ".join(f"{one.label}: {period_in_words(one.period, case.today)}" for one in shown) + "."
    return Check("De functie is niet beëindigd", holds, fact, KBO, _register(case))


def holding_enterprise_is_active(case: Case) -> Check:
    """A function held by an enterprise needs that enterprise to be active."""
    holds = bool(case.acting)
    through = next((one.through for one in case.current if one.through), None)
    if through is None or holds:
        fact = f"{case.who} oefent de functie uit."
    else:
        holder = case.facts.organisations.get(through)
        fact = f"{holder.name if holder else through}, die de functie bekleedt, is niet actief."
    return Check("Wie de functie bekleedt, is actief", holds, fact, KBO, _register(case))
