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

ROLE_REASONS = {
    "een ander de rollen van die onderneming beheert": frozenset({"not-a-manager"}),
    "de eigen aanstelling niet meer geldt": frozenset({"manager-ended"}),
    "de rol bij een ander domein hoort": frozenset({"role-of-other-domain"}),
}
"""Why the federal role administration refuses."""

DESK_REASONS = {
    "het document van een ander is": "document-of-another",
    "het document vervallen is": "document-refused",
    "er een rijksregisternummer is": "national-number-exists",
    "niemand dat nummer heeft": "unknown-representative",
    "de vertegenwoordiger ontbreekt": "representative-missing",
    "de code al gebruikt is": "code-used",
    "de code niet bij de link hoort": "wrong-code",
    "de link gesloten is": "code-spent",
    "de code te oud is": "code-expired",
    "er een nieuwere code is": "code-replaced",
    "die sleutel niet meer geactiveerd kan worden": "cannot-activate",
    "een code die sleutel niet activeert": "not-by-code",
}
"""Why a desk gives no number, or CSAM activates no key."""

IDM_REASONS = {
    "alleen een lokale beheerder dat mag": frozenset({"administers-nothing"}),
    "een ander die organisatie beheert": frozenset({"administers-other-organisation"}),
    "de organisatie stopgezet is": frozenset({"De organisatie is actief"}),
    "de functie vandaag niet geldt": frozenset({"De functie is vandaag geldig"}),
    "de aanstelling nog op de eerste aanmelding wacht": frozenset(
        {"De aanstelling als hoofdtoegangsbeheerder is actief"}
    ),
    "de aanstelling vandaag niet geldt": frozenset(
        {"De aanstelling als hoofdtoegangsbeheerder is vandaag geldig"}
    ),
    "het recht bij een ander domein hoort": frozenset({"wrong-domain"}),
    "dat recht door een ander toegekend wordt": frozenset({"may-not-grant"}),
    "het nummer ontbreekt": frozenset({"number-missing"}),
    "er een tikfout in het nummer staat": frozenset({"wrong-check-digits"}),
    "niemand dat nummer heeft": frozenset({"unknown-person"}),
    "de persoon overleden is": frozenset({"person-deceased"}),
    "de persoon er niet toegevoegd is": frozenset({"person-not-in-idm"}),
    'de persoon nog niet "Actief" is': frozenset({"person-not-active"}),
    "het telefoonnummer ontbreekt": frozenset({"malformed-phone"}),
    "het e-mailadres ontbreekt": frozenset({"malformed-email"}),
    "de einddatum ontbreekt": frozenset({"malformed-date"}),
    "de werkrelatie langer dan tien jaar duurt": frozenset({"work-relation-too-long"}),
    "het einde voor het begin valt": frozenset({"end-before-begin"}),
    "de einddatum voorbij is": frozenset({"end-in-the-past"}),
    "er op die dagen al een werkrelatie is": frozenset({"work-relation-overlaps"}),
    "de nieuwe einddatum niet later valt": frozenset({"not-longer"}),
    "er geen werkrelatie is": frozenset({"unknown-work-relation"}),
    "de werkrelatie afgelopen is": frozenset({"work-relation-ended"}),
    "het recht nog niet aangeboden wordt": frozenset({"right-not-yet-available"}),
    "het recht niet geactiveerd is": frozenset({"right-not-activated"}),
    "de Belgische eID ontbreekt": frozenset({"belgian-eid-needed"}),
    "er geen departement in de lijst staat": frozenset({"context-missing"}),
    "het profiel ontbreekt": frozenset({"nothing-chosen"}),
    "het recht langer duurt dan de werkrelatie": frozenset({"right-past-work-relation"}),
    "het recht langer dan vier jaar duurt": frozenset({"right-too-long"}),
    "het recht al toegekend is": frozenset({"right-already-granted"}),
}
"""Why IDM refuses to let somebody work there, to add, to couple or to grant: a code, or a failed check."""

SSM_REASONS = {
    "het recht om mandaten te sluiten ontbreekt": frozenset({"right-missing"}),
    "het recht om mandaten te sluiten niet geldt": frozenset({"right-not-valid"}),
    "de functie beëindigd is": frozenset({"function-ended"}),
    "die partij al ondertekend heeft": frozenset({"already-signed"}),
    "hij niets met de organisatie te maken heeft": frozenset({"nothing-with-organisation"}),
    "de partijen dezelfde zijn": frozenset({"mandate-to-oneself"}),
    "dat mandaat er al is": frozenset({"mandate-exists"}),
    "een lokaal bestuur geen mandaat geeft": frozenset({"local-government-gives-no-mandate"}),
    "een van de partijen stopgezet is": frozenset({"organisation-stopped"}),
    "die soort mandaat nog niet aangeboden wordt": frozenset({"type-not-yet-available"}),
}
"""Why SSM refuses to let somebody conclude, sign or stop a mandate."""

KIOSK_REASONS = {
    "het dossier niet van de aanvrager is": "unknown-dossier",
    "het dossier nog niet ingediend is": "unknown-assessment",
    "het dossier hem niet toegewezen is": "unknown-assessment",
    "die niet in de lijst staat": "invalid-form",
    "er iets niet klopt": "invalid-form",
    "het rekeningnummer vaststaat": "account-fixed",
    "iemand haar voor is": "outdated-form",
    "het formulier bij een andere aanmelding hoort": "other-sign-in",
    "het die taal niet spreekt": "unknown-language",
    "het scherm er niet is": "http-404",
    "het overzicht die keuze niet heeft": "malformed-overview",
    "die soort niet aangevraagd kan worden": "unknown-dossier-type",
    "er nog iets ontbreekt": "not-complete",
    "het al ingediend is": "already-submitted",
    "de sessie beëindigd is": "session-ended",
}
"""How a step names why KIOSK does not show or keep something, and the code of that refusal."""

PHASES = {
    "in voorbereiding": "preparation",
    "ingediend": "submitted",
    "ontvankelijkheid": "admissibility",
    "adviesfase": "advice",
    "beslissing": "decision",
    "verantwoording": "accounting",
    "afgesloten": "closed",
}
"""How a step names how far a dossier is."""

DOSSIER_TYPES = {
    "subsidie": "subsidy",
    "erkenning": "recognition",
    "vergunning": "permit",
    "attest": "certificate",
}
"""How a step names what is applied for."""

CONTACT_FIELDS = {
    "e-mailadres": "email",
    "telefoonnummer": "phone",
    "mobiel nummer": "mobile",
    "nummer": "phone",
}
"""How a step names a field of the contact data or the profile; a number is the only one that there is."""

ELOKET_REASONS = {
    "de KBO haar niet noemt": "KBO noemt Els Maes niet onder de functies",
    "zijn functie geëindigd is": "Bestuurder: geldig tot en met 26 april 2021, dus beëindigd",
}
"""How a step names a reason at such an e-loket, and how ACM tells it."""

DOOR_REASONS = {
    "er geen actieve sleutel is": "geen actieve digitale sleutel",
    "er geen werkrelatie is": "heeft geen werkrelatie met",
    "het profiel ontbreekt": "Het profiel ‘dienstverlener’ ontbreekt",
    "alleen een rechtspersoon zonder recht binnenkomt": "laat zonder recht alleen rechtspersonen toe",
    "die rechtsvorm niet in aanmerking komt": "niet open voor de rechtsvorm",
    "zij daarvoor het recht niet heeft": "Uw recht geldt niet voor",
    "hij het recht voor departementen niet heeft": "niet het recht ‘Dienstverlener kmo-portefeuille",
}
"""How a step names a reason at a door of the kmo-portefeuille, and how that is told."""
