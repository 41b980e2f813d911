"""The check of who administers an organisation in IDM.

*Bron*: the guides: legal representative by KBO, hoofdtoegangsbeheerder by BTB, "Hoofd Lokale beheerder"
and "Lokale beheerder" by right.  An access manager of one domain administers the rights of that domain only.
"""

from __future__ import annotations

from mocks.acm.domain.case import BTB, FILE, IDM, KBO, Case
from mocks.acm.domain.verdict import Check

ADMINISTRATOR_RIGHTS = ("Hoofd Lokale beheerder", "Lokale beheerder")
_REPAIR = (
    "Laat een wettelijk vertegenwoordiger een hoofdtoegangsbeheerder aanstellen in het Beheer der "
    "Toegangsbeheerders, of laat een lokale beheerder het recht ‘Lokale beheerder’ toekennen."
)


def admits_administrators(case: Case) -> Check:
    """The e-loket is the one in which rights are administered."""
    holds = "administrator" in case.eloket.routes
    fact = f"{case.eloket.client_name} is {'' if holds else 'niet '}voor beheerders."
    return Check("Het e-loket laat beheerders toe", holds, fact, FILE, "Gebruik het Gebruikersbeheer.")


def administers(case: Case) -> Check:
    """Somebody made the person an administrator, or the KBO did."""
    what = "De persoon beheert de organisatie"
    if case.acting:
        label = case.acting[0].label
        return Check(what, True, f"{case.who} is {label} van {case.name} volgens de KBO.", KBO)
    appointed = [
        one
        for one in case.facts.appointments
        if one.organisation == case.number and one.period is not None and one.period.holds_on(case.today)
    ]
    if appointed:
        role = "hoofdtoegangsbeheerder" if appointed[0].role == "main_access_manager" else "toegangsbeheerder"
        return Check(what, True, f"{case.who} is {role} van {case.name}.", BTB)
    for right in case.rights_named(*ADMINISTRATOR_RIGHTS):
        if right.holds_on(case.today):
            return Check(what, True, f"{case.who} heeft bij {case.name} het recht ‘{right.name}’.", IDM)
    waiting = [
        one for one in case.facts.appointments if one.organisation == case.number and one.period is None
    ]
    if waiting:
        fact = f"{case.who} is aangesteld voor {case.name}, maar meldde zich sindsdien nog niet aan."
        return Check(what, False, fact, BTB, "Meld u een eerste keer aan bij CSAM.")
    return Check(what, False, f"{case.who} is geen beheerder van {case.name}.", BTB, _REPAIR)
