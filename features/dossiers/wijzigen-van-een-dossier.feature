# language: nl
@zonder-paginas
Functionaliteit: Een vertegenwoordiger houdt een dossier bij
  De administratie wil weten wie ze kan bellen, waar haar berichten naartoe gaan en waar het geld moet komen.
  Verschillende mensen werken aan één dossier, en geen van hen mag het werk van een ander ongemerkt overschrijven.

  Bron: webinar

  @W27
  Regel: De contactpersoon is de aanvrager of een vertegenwoordiger, en kan op elk moment wijzigen.

    Abstract Scenario: In elke fase een andere contactpersoon
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En het dossier van "Theater De Kade" zit in de fase <fase>
      Als Els als contactpersoon van het dossier Jan kiest
      Dan is Jan de contactpersoon van het dossier
      En vertelt de historiek dat Els dat wijzigde namens "Theater De Kade"

      Voorbeelden:
        | fase             |
        | in voorbereiding |
        | adviesfase       |
        | afgesloten       |

    Scenario: Weer de aanvrager zelf
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Jan is de contactpersoon van het dossier van "Theater De Kade"
      Als Els als contactpersoon van het dossier de aanvrager kiest
      Dan is "Theater De Kade" de contactpersoon van het dossier

    Scenario: Iemand die de aanvrager niet vertegenwoordigt
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els als contactpersoon van het dossier Tom kiest
      Dan weigert KIOSK dat omdat die niet in de lijst staat
      En is "Theater De Kade" de contactpersoon van het dossier

  @W28
  Regel: Het e-mailadres voor de gewone berichten is dat van de aanvrager of van een vertegenwoordiger, en kan op elk moment wijzigen.

    Abstract Scenario: In elke fase een ander e-mailadres
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      En het dossier van "Theater De Kade" zit in de fase <fase>
      Als Jan als e-mailadres van het dossier dat van Els kiest
      Dan gaan de berichten over het dossier naar het e-mailadres van Els

      Voorbeelden:
        | fase           |
        | ingediend      |
        | adviesfase     |
        | verantwoording |

    Scenario: Het e-mailadres van een buitenstaander
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      Als Jan als e-mailadres van het dossier dat van Tom kiest
      Dan weigert KIOSK dat omdat die niet in de lijst staat

  @W29
  Regel: Het rekeningnummer kan wijzigen zolang het dossier de adviesfase niet bereikt heeft.

    Abstract Scenario: Voor de adviesfase
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En het dossier van "Theater De Kade" zit in de fase <fase>
      Als Els een ander rekeningnummer voor het dossier opgeeft
      Dan staat dat rekeningnummer bij het dossier

      Voorbeelden:
        | fase             |
        | in voorbereiding |
        | ingediend        |
        | ontvankelijkheid |

    Abstract Scenario: Vanaf de adviesfase
      Gegeven Els heeft voor "Theater De Kade" het scherm met het rekeningnummer open
      En het dossier van "Theater De Kade" zit in de fase <fase>
      Als Els dat scherm met een ander rekeningnummer bewaart
      Dan weigert KIOSK dat omdat het rekeningnummer vaststaat

      Voorbeelden:
        | fase           |
        | adviesfase     |
        | beslissing     |
        | verantwoording |
        | afgesloten     |

    Scenario: Een rekeningnummer met een verkeerd controlegetal
      Gegeven Els heeft voor "Theater De Kade" het scherm met het rekeningnummer open
      Als Els dat scherm met een tikfout in het rekeningnummer bewaart
      Dan weigert KIOSK dat omdat er iets niet klopt
      En staat het getypte rekeningnummer nog op het scherm

    Scenario: Twee vertegenwoordigers wijzigen tegelijk
      Gegeven Els heeft voor "Theater De Kade" het scherm met het rekeningnummer open
      En Jan heeft intussen voor "Theater De Kade" een ander rekeningnummer bewaard
      Als Els dat scherm met een ander rekeningnummer bewaart
      Dan weigert KIOSK dat omdat iemand haar voor is
      En staan het bewaarde en het getypte rekeningnummer op het scherm
