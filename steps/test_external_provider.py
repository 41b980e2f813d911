"""An accountant who manages the dossiers of a client, as the script in docs/examples plays it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "docs" / "examples" / "external_provider.py"


def test_a_program_concludes_signs_grants_and_signs_in_by_mandate(live_server: str) -> None:
    played = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, SCRIPT, live_server], capture_output=True, text=True, timeout=120, check=False
    )
    assert played.returncode == 0, played.stderr
    told = [line.strip() for line in played.stdout.splitlines()]
    at_kiosk = [line for line in told if " bij KIOSK" in line]
    expected = (
        ("Karel", "Het mandaat is stopgezet op 27 april 2021"),
        ("Karel", "Het mandaat wacht op ondertekening door de mandaatnemer"),
        ("Karel", "aangemeld, ziet de dossiers van De Kade"),
        ("Lotte", "aangemeld, ziet de dossiers van De Kade"),
        ("Bram", "niet het recht ‘SSM Mandaatuitvoerder’"),
        ("Bram", "aangemeld, ziet de dossiers van De Kade"),
        ("Karel", "aangemeld, ziet niets van De Kade"),
    )
    for line, (who, what) in zip(at_kiosk, expected, strict=True):
        assert line.startswith(f"{who} bij KIOSK"), line
        assert what in line
    assert "3. Els maakt het mandaat aan: Wacht op ondertekening." in told
    assert "4. Karel ondertekent: actief." in told
