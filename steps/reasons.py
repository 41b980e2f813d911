"""The reasons of BTB and IDM: how a step names them, and the codes with which the pages mark them.

One sentence may stand for several codes where the pages tell finer than a reader wants to know.
"""

from __future__ import annotations

BTB_REASONS = {
    "een functie in de onderneming ontbreekt": frozenset({"no-function"}),
    "de functie de onderneming niet vertegenwoordigt": frozenset({"function-does-not-represent"}),
    "de functie nog niet begonnen is": frozenset({"function-not-begun"}),
    "de functie beëindigd is": frozenset({"function-ended"}),
    "de onderneming stopgezet is": frozenset({"enterprise-stopped"}),
    "de onderneming niet in de KBO staat": frozenset({"unknown-enterprise"}),
    "de aangestelde overleden is": frozenset({"deceased-appointee"}),
    "de naam niet bij het nummer past": frozenset({"family-name-differs"}),
    "de aangestelde die taak al heeft": frozenset({"already-appointed"}),
    "alleen een hoofdtoegangsbeheerder dat mag": frozenset({"not-appointed-here"}),
    "een toegangsbeheerder niemand aanstelt": frozenset({"access-manager-may-not-appoint"}),
    "de eigen aanstelling beëindigd is": frozenset({"own-appointment-ended"}),
    "de eigen aanstelling nog op de eerste aanmelding wacht": frozenset({"own-appointment-waits"}),
    "die aanstelling beëindigen een ander toekomt": frozenset({"may-not-end"}),
}
"""Why BTB refuses an appointment."""
