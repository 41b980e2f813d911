# language: nl
@zonder-paginas
Functionaliteit: Een externe beoordelaar bekijkt de dossiers die hem toegewezen zijn
  KIOSK is er ook op maat van wie van buitenaf dossiers beoordeelt; het antwoord noemt die beoordelaars, meer niet.
  Wat zij mogen en zien, is onze gok: genoeg om te weten wat er aangevraagd wordt, en niets om te wijzigen.

  Bron: antwoord124

  @A10
  Regel: Als beoordelaar komt alleen binnen wie bij een organisatie het recht "KIOSK Beoordelaar" heeft.

    Scenario: Met het recht van een beoordelaar
      Gegeven Bart heeft bij "Scholengroep De Linde" het recht "KIOSK Beoordelaar"
      Als Bart zich als beoordelaar aanmeldt namens "Scholengroep De Linde"
      Dan staan daar de dossiers die Bart beoordeelt

    Scenario: Met het recht van een aanvrager
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els zich als beoordelaar aanmeldt namens "Theater De Kade"
      Dan laat KIOSK Els niet als beoordelaar binnen omdat het recht van het e-loket ontbreekt

    Scenario: Als wettelijk vertegenwoordiger, zonder recht
      Gegeven An is bestuurder van "Scholengroep De Linde"
      Als An zich als beoordelaar aanmeldt namens "Scholengroep De Linde"
      Dan laat KIOSK An niet als beoordelaar binnen omdat hij geen werkrelatie heeft

    Scenario: Een beoordelaar is nog geen aanvrager
      Gegeven Bart heeft bij "Scholengroep De Linde" het recht "KIOSK Beoordelaar"
      Als Bart zich met eID aanmeldt namens "Scholengroep De Linde"
      Dan wordt Bart geweigerd omdat het recht van het e-loket ontbreekt

    Scenario: Het recht verloopt terwijl hij binnen is
      Gegeven Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      En het recht "KIOSK Beoordelaar" van Bart bij "Scholengroep De Linde" is gisteren verlopen
      Als Bart na een kwartier verderkijkt naar wat hij beoordeelt
      Dan laat KIOSK Bart niet als beoordelaar binnen omdat het recht verlopen is

  @A10
  Regel: Een beoordelaar ziet alleen dossiers die ingediend zijn en die aan hem toegewezen zijn.

    Abstract Scenario: Toegewezen, en minstens ingediend
      Gegeven Bart beoordeelt het dossier van "Theater De Kade" in de fase <fase>
      En Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      Als Bart het dossier van "Theater De Kade" als beoordelaar opent
      Dan ziet Bart wat "Theater De Kade" aanvraagt

      Voorbeelden:
        | fase       |
        | ingediend  |
        | adviesfase |
        | afgesloten |

    Scenario: Toegewezen, maar nog in voorbereiding
      Gegeven Bart beoordeelt het dossier van "Theater De Kade" in de fase in voorbereiding
      En Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      Als Bart het dossier van "Theater De Kade" als beoordelaar opent
      Dan weigert KIOSK dat omdat het dossier nog niet ingediend is

    Scenario: In de adviesfase, maar niet toegewezen
      Gegeven het dossier van "Theater De Kade" zit in de fase adviesfase
      En Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      Als Bart het dossier van "Theater De Kade" als beoordelaar opent
      Dan weigert KIOSK dat omdat het dossier hem niet toegewezen is

    Scenario: De toewijzing is intussen ingetrokken
      Gegeven Bart beoordeelt het dossier van "Theater De Kade" in de fase adviesfase
      En Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      En het dossier van "Theater De Kade" is aan niemand meer toegewezen
      Als Bart het dossier van "Theater De Kade" als beoordelaar opent
      Dan weigert KIOSK dat omdat het dossier hem niet toegewezen is

  @A10
  Regel: Een beoordelaar ziet niet hoe de aanvrager te bereiken is en wijzigt niets, en een aanvrager ziet niet wat een beoordelaar ziet.

    Scenario: Wat er niet bij staat
      Gegeven Bart beoordeelt het dossier van "Theater De Kade" in de fase adviesfase
      En Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      Als Bart het dossier van "Theater De Kade" als beoordelaar opent
      Dan ziet Bart niet hoe "Theater De Kade" te bereiken is
      En valt er niets te wijzigen

    Scenario: Het scherm van een aanvrager
      Gegeven Bart beoordeelt het dossier van "Theater De Kade" in de fase adviesfase
      En Bart is als beoordelaar in KIOSK binnen namens "Scholengroep De Linde"
      Als Bart het scherm met het rekeningnummer van het dossier opent
      Dan ziet Bart dat scherm niet

    Scenario: Een aanvrager bij de beoordelaars
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els beoordeelt het dossier van "Theater De Kade" in de fase adviesfase
      Als Els het dossier van "Theater De Kade" als beoordelaar opent
      Dan ziet Els dat scherm niet
