"""A fresh enterprise, from nobody appointed to an employee in KIOSK, by the APIs alone.

    proefloket up
    python docs/examples/first_employee.py http://127.0.0.1:8600

It makes a world of its own in which nobody exists, and removes it at the end.  Before every change it asks
the next sign-in what that would bring, so that you see each step bite.  Needs nothing but ``requests``.
"""

from __future__ import annotations

import sys

from stage import Refused, Stage, world

WORLD = "eerste-medewerker"
ENTERPRISE = "0150000008"
DIRECTOR, MANAGER, EMPLOYEE = "85031400028", "72060999991", "93011700092"
NAMES = {DIRECTOR: ("Anna", "Proef"), MANAGER: ("Ben", "Toets"), EMPLOYEE: ("Cato", "Keur")}
CONTACT = {"phone": "+3212345678", "email": "iemand@post.example"}


def set_the_scene(stage: Stage) -> None:
    """Let three persons and an enterprise exist; one of them is its director, and that is all."""
    for number, (given_name, family_name) in NAMES.items():
        stage.call(
            "PUT", f"/rijksregister/_mock/person/{number}", given_name=given_name, family_name=family_name
        )
    stage.call("PUT", f"/kbo/_mock/enterprise/{ENTERPRISE}", name="Proefhuis bv")
    stage.call("PUT", f"/kbo/_mock/function/{ENTERPRISE}-{DIRECTOR}-10002", begin="2020-01-01")


def refused_at_kiosk(stage: Stage) -> str:
    """Return why the employee is not let in yet."""
    try:
        stage.sign_in_to_kiosk(EMPLOYEE, ENTERPRISE)
    except Refused as refused:
        return str(refused)
    raise SystemExit("Cato Keur had niet mogen binnenkomen.")


def state_in_btb(stage: Stage) -> str:
    """Return how the appointment stands."""
    found = stage.call("GET", f"/csam/api/v1/btb/persons/{MANAGER}/appointments")["appointments"]
    return "wacht op de eerste aanmelding" if found[0]["waiting"] else f"actief sinds {found[0]['begin']}"


def play(stage: Stage) -> None:
    """Appoint, sign in, add, couple, grant, sign in, revoke."""
    given_name, family_name = NAMES[MANAGER]
    stage.call(
        "POST",
        f"/csam/api/v1/btb/enterprises/{ENTERPRISE}/appointments",
        by=DIRECTOR,
        insz=MANAGER,
        given_name=given_name,
        family_name=family_name,
        post="main_access_manager",
        **CONTACT,
    )
    print(f"1. De bestuurder stelt Ben Toets aan als hoofdtoegangsbeheerder: {state_in_btb(stage)}.")

    stage.sign_in_to_idm(MANAGER)
    print(f"2. Ben meldt zich aan bij het Gebruikersbeheer; de aanstelling: {state_in_btb(stage)}.")

    acting = {"actor": MANAGER, "organisation": ENTERPRISE}
    print("   KIOSK:", refused_at_kiosk(stage))
    added = stage.call("POST", "/idm/api/v1/persons", number=EMPLOYEE, **acting)
    print(f"3. Ben voegt {added['given_name']} {added['family_name']} toe: {added['status']}.")

    print("   KIOSK:", refused_at_kiosk(stage))
    relation = stage.call("POST", "/idm/api/v1/work-relations", person=EMPLOYEE, **acting, **CONTACT)
    print(f"4. Ben koppelt haar aan de organisatie, tot en met {relation['end']}.")

    print("   KIOSK:", refused_at_kiosk(stage))
    right = stage.call(
        "POST",
        f"/idm/api/v1/work-relations/{relation['number']}/rights",
        actor=MANAGER,
        right="KIOSK Aanvrager",
    )
    print(f"5. Ben kent ‘{right['right']}’ toe, tot en met {right['end']}.")

    stage.sign_in_to_kiosk(EMPLOYEE, ENTERPRISE)
    print("6. Cato Keur is aangemeld bij KIOSK namens Proefhuis bv.")

    stage.call("POST", f"/idm/api/v1/rights/{right['number']}/revoke", actor=MANAGER)
    print("7. Ben trekt het recht in.")
    print("   KIOSK:", refused_at_kiosk(stage))


def main(base: str) -> None:
    """Play it in a world of its own at ``base``."""
    with world(base, WORLD, cast=False) as stage:
        set_the_scene(stage)
        play(stage)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8600")
