"""An accountant who manages the dossiers of a client: mandate, signature, right, sign-in; by the APIs alone.

    proefloket up
    python docs/examples/external_provider.py http://127.0.0.1:8600

It plays in a world of its own with the cast, and removes it at the end.  After every change it shows what the
next sign-in at KIOSK says.  Needs nothing but ``requests``.
"""

from __future__ import annotations

import sys

from stage import Refused, Stage, world

WORLD = "externe-dienstverlener"
DE_KADE, CIJFERWIJS = "0110041748", "0122386185"
JAN, FATIMA, ELS, KAREL, BRAM = "68112399910", "79061400020", "85031900072", "71041799910", "01030799926"


def at_kiosk(stage: Stage, person: str, organisation: str = DE_KADE) -> str:
    """Return what the next sign-in at KIOSK says: in, or why not."""
    try:
        page = stage.sign_in_to_kiosk(person, organisation)
    except Refused as refused:
        return f"geweigerd: {refused}"
    return f"aangemeld, ziet {'de dossiers van De Kade' if 'KD-2020-0212' in page else 'niets van De Kade'}"


def stop_the_old_one(stage: Stage) -> None:
    """Let De Kade stop the mandate that it has with Cijferwijs: no consent of the other is needed."""
    held = f"/ssm/api/v1/parties/{DE_KADE}/mandates?actor={JAN}"
    for mandate in stage.call("GET", held)["mandates"]:
        stage.call(
            "POST",
            f"/ssm/api/v1/mandates/{mandate['number']}/stop",
            actor=JAN,
            party=DE_KADE,
            conditions_read=True,
            reason="Wij zoeken een andere boekhouder.",
        )
    print("1. Jan zet het mandaat van De Kade aan Cijferwijs stop.")
    print("   Karel bij KIOSK:", at_kiosk(stage, "karel"))


def conclude(stage: Stage) -> str:
    """Let Els get the right to manage mandates, and make one; return its number."""
    rights = f"/idm/api/v1/work-relations/{ELS}-{DE_KADE}-1/rights"
    stage.call("POST", rights, actor=FATIMA, right="SSM Mandaatbeheerder")
    print("2. Fatima kent ‘SSM Mandaatbeheerder’ toe aan Els.")
    parties = {"mandator": DE_KADE, "holder": CIJFERWIJS}
    made = stage.call("POST", "/ssm/api/v1/mandates", actor=ELS, party=DE_KADE, type="kiosk", **parties)
    print(f"3. Els maakt het mandaat aan: {made['status']}.")
    print("   Karel bij KIOSK:", at_kiosk(stage, "karel"))
    return str(made["number"])


def sign(stage: Stage, number: str) -> None:
    """Let the zaakvoerder of Cijferwijs sign; then he and the executor can sign in, and nobody else."""
    signed = stage.call("POST", f"/ssm/api/v1/mandates/{number}/sign", actor=KAREL, party=CIJFERWIJS)
    print(f"4. Karel ondertekent: {signed['status']}.")
    for person in ("karel", "lotte", "bram"):
        print(f"   {person.capitalize()} bij KIOSK:", at_kiosk(stage, person))
    rights = f"/idm/api/v1/work-relations/{BRAM}-{CIJFERWIJS}-1/rights"
    stage.call("POST", rights, actor=KAREL, right="SSM Mandaatuitvoerder")
    print("5. Karel kent ‘SSM Mandaatuitvoerder’ toe aan Bram.")
    print("   Bram bij KIOSK:", at_kiosk(stage, "bram"))
    print("   Karel bij KIOSK namens Cijferwijs zelf:", at_kiosk(stage, "karel", CIJFERWIJS))


def main(base: str) -> None:
    """Play it in a world of its own at ``base``."""
    with world(base, WORLD, cast=True) as stage:
        stop_the_old_one(stage)
        sign(stage, conclude(stage))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8600")
