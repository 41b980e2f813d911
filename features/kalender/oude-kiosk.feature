# language: nl
@zonder-paginas
Functionaliteit: Het oude KIOSK
  Tot de overstap worden dossiers beheerd met een login, een paswoord en een beveiligingscode. De dossiers gaan
  mee naar KIOSK 2.0; wie er toegang toe had, moet dat recht opnieuw krijgen.

  Bron: webinar, antwoord124

  @W19
  Regel: Tot en met 25 april 2021 worden dossiers in het oude KIOSK beheerd.

    Scenario: Op de laatste dag een dossier maken
      Gegeven het is de laatste minuut van 25 april 2021
      En Bram is in het oude KIOSK aangemeld
      Als Bram in het oude KIOSK een dossier maakt voor "Theater De Kade"
      Dan komt er bij "Theater De Kade" een dossier bij

    Scenario: Voor een aanvrager van een ander
      Gegeven het is 25 april 2021
      En Bram is in het oude KIOSK aangemeld
      Als Bram in het oude KIOSK een dossier maakt voor "Gemeente Kapeldorp"
      Dan weigert het oude KIOSK die aanvrager
      En komt er bij "Gemeente Kapeldorp" geen dossier bij

    Scenario: Een minuut te laat
      Gegeven het is de laatste minuut van 25 april 2021
      En Bram is in het oude KIOSK aangemeld
      Als Bram in de eerste minuut van 26 april 2021 in het oude KIOSK een dossier maakt voor "Theater De Kade"
      Dan komt er bij "Theater De Kade" geen dossier bij

  @W21 @A06
  Regel: Een dossier uit het oude KIOSK staat vanaf 27 april 2021 ongewijzigd in KIOSK 2.0.

    Scenario: De nieuwe vertegenwoordiger vindt het dossier van de laatste dag
      Gegeven het is de laatste minuut van 25 april 2021
      En Bram heeft in het oude KIOSK een dossier gemaakt voor "Theater De Kade"
      En het is de eerste minuut van 27 april 2021
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan ziet Els dat dossier ongewijzigd

    Scenario: Wie een andere aanvrager vertegenwoordigt, vindt het niet
      Gegeven het is de laatste minuut van 25 april 2021
      En Bram heeft in het oude KIOSK een dossier gemaakt voor "Theater De Kade"
      En het is de eerste minuut van 27 april 2021
      Als Karel zich met eID aanmeldt namens "Boekhoudkantoor Cijferwijs"
      Dan ziet Karel dat dossier niet

  @A06
  Regel: Wat vooraf ingesteld is, werkt op de eerste dag van KIOSK 2.0, voor bestaande en voor nieuwe dossiers.

    Scenario: Een recht van half maart opent de bestaande dossiers
      Gegeven het is 15 maart 2021
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Mieke toegekend
      En het is de eerste minuut van 27 april 2021
      Als Mieke zich met eID aanmeldt namens "Theater De Kade"
      Dan ziet Mieke de dossiers van "Theater De Kade"

    Scenario: Met een mandaat van vooraf wordt een nieuw dossier gemaakt
      Gegeven het is de eerste minuut van 27 april 2021
      En Lotte is bij KIOSK aangemeld namens "Theater De Kade"
      Als Lotte in KIOSK 2.0 een dossier maakt voor "Theater De Kade"
      Dan komt er bij "Theater De Kade" een dossier bij

    Scenario: Wie vooraf niets kreeg, staat op de eerste dag voor een dichte deur
      Gegeven het is de eerste minuut van 27 april 2021
      Als Mieke zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Mieke geweigerd omdat het recht van het e-loket ontbreekt

  @W04
  Regel: Een recht uit het oude KIOSK gaat niet mee naar KIOSK 2.0.

    Scenario: Wie in het oude KIOSK dossiers beheert, heeft daarmee in KIOSK 2.0 niets
      Gegeven het is 25 april 2021
      En Bram is in het oude KIOSK aangemeld
      En het is 27 april 2021
      Als Bram zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Bram geweigerd omdat hij geen werkrelatie heeft

    Scenario: Ook met een werkrelatie moet het recht opnieuw ingesteld worden
      Gegeven het is 25 april 2021
      En Mieke is in het oude KIOSK aangemeld
      Als Mieke zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Mieke geweigerd omdat het recht van het e-loket ontbreekt

    Scenario: Het recht is opnieuw ingesteld
      Gegeven het is 25 april 2021
      En Mieke is in het oude KIOSK aangemeld
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Mieke toegekend
      Als Mieke zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Mieke toegang tot KIOSK namens "Theater De Kade"

  @W24
  Regel: De beveiligingscode van het oude KIOSK is geen digitale sleutel en verdwijnt met het oude KIOSK.

    Scenario: Aanmelden met login, paswoord en beveiligingscode
      Gegeven het is 25 april 2021
      Als Bram zich in het oude KIOSK aanmeldt met zijn beveiligingscode
      Dan beheert Bram daar de dossiers van "Theater De Kade"

    Scenario: De beveiligingscode van een ander
      Gegeven het is 25 april 2021
      Als Bram zich in het oude KIOSK aanmeldt met de beveiligingscode van Els
      Dan weigert het oude KIOSK Bram en zegt het niet wat er verkeerd is

    Scenario: Na de overstap is de beveiligingscode niets meer waard
      Gegeven het is 27 april 2021
      Als Bram zich in het oude KIOSK aanmeldt met zijn beveiligingscode
      Dan bestaat het oude KIOSK niet meer

    Scenario: KIOSK 2.0 vraagt een digitale sleutel
      Gegeven Bram is niet aangemeld
      Als Bram zich bij KIOSK wil aanmelden
      Dan kan Bram kiezen uit vijf digitale sleutels
      Maar vraagt KIOSK geen login, paswoord of beveiligingscode van het oude KIOSK
