# language: nl
@zonder-paginas
Functionaliteit: Nog één KIOSK-nummer
  Wie over een dossier belt of schrijft, noemt één nummer, en het is altijd hetzelfde.
  Dat het om één nummer per dossier gaat, is onze lezing van wat het webinar in vier woorden zegt.

  Bron: webinar

  @W26
  Regel: Een dossier heeft één KIOSK-nummer, dat nooit verandert.

    Scenario: Van het oude KIOSK naar het nieuwe
      Gegeven het is de laatste minuut van 25 april 2021
      En Bram heeft in het oude KIOSK een dossier gemaakt voor "Theater De Kade"
      En het is de eerste minuut van 27 april 2021
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan ziet Els dat dossier één keer, onder het nummer uit het oude KIOSK

    Scenario: Indienen en opschuiven verandert het nummer niet
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK een volledig dossier ingediend voor een subsidie
      En de administratie heeft dat dossier naar de adviesfase gebracht
      Als Els het dossieroverzicht opent
      Dan staat dat dossier er één keer, onder het nummer waarmee het gemaakt is

    Scenario: Twee dossiers met dezelfde titel krijgen elk een nummer
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK een volledig dossier ingediend voor een subsidie
      Als Els in KIOSK een tweede dossier met dezelfde titel maakt
      Dan heeft dat tweede dossier een ander nummer dan het eerste

    Scenario: Onder een ander nummer is er niets
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK een volledig dossier ingediend voor een subsidie
      Als Els dat dossier onder het volgende nummer opent
      Dan weigert KIOSK dat omdat het dossier niet van de aanvrager is
