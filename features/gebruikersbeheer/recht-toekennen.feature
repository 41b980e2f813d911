# language: nl
@zonder-paginas
Functionaliteit: Een recht toekennen
  De lokale beheerder kiest wat iemand mag, waarvoor en tot wanneer.
  Wat niet kan, zegt IDM meteen, zodat niemand pas aan de deur van een e-loket merkt dat er iets ontbreekt.

  Bron: webinar, antwoord124, stappen, buitenland, kmop

  @K10
  Regel: De volgorde ligt vast: eerst de persoon, dan de werkrelatie, dan het recht.

    Scenario: De hele weg, stap na stap
      Gegeven Jan heeft in IDM Tom aan "Theater De Kade" gekoppeld
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"
      En kan Tom zich met eID bij KIOSK aanmelden namens "Theater De Kade"

    Scenario: Een werkrelatie zonder persoon kan niet
      Gegeven Tom is niet toegevoegd in IDM
      Als Jan in IDM Tom aan "Theater De Kade" koppelt
      Dan weigert IDM dat omdat de persoon er niet toegevoegd is

    Scenario: Een recht zonder werkrelatie kan niet
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat er geen werkrelatie is

  @S10
  Regel: Met "Snel recht toekennen" gaat het in één keer van het nummer naar het recht.

    Scenario: Voor wie nog niet bekend is
      Gegeven Tom is niet toegevoegd in IDM
      Als Jan in IDM met "Snel recht toekennen" het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"
      En kan Tom zich met eID bij KIOSK aanmelden namens "Theater De Kade"

    Scenario: Voor wie er al werkt
      Gegeven Mieke heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM met "Snel recht toekennen" het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Mieke toekent
      Dan heeft Mieke bij "Theater De Kade" het recht "KIOSK Aanvrager"

    Scenario: Ook zo krijgt een overledene niets
      Gegeven Dora is overleden
      Als Jan in IDM met "Snel recht toekennen" het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Dora toekent
      Dan weigert IDM dat omdat de persoon overleden is

    Scenario: Ook zo wacht IDM tot de persoon klaar is
      Gegeven wie toegevoegd wordt in IDM, blijft "In afwachting"
      Als Jan in IDM met "Snel recht toekennen" het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat de persoon nog niet "Actief" is
      En heeft Tom geen werkrelatie met "Theater De Kade"

  @K15 @K06
  Regel: Een recht met departementen wordt toegekend met een profiel, een einddatum en minstens één departement.

    Scenario: Twee departementen uit de lijst
      Gegeven Tom heeft een werkrelatie met "Leerpunt"
      Als Wim in IDM het recht "Dienstverlener kmo-portefeuille, departementen" bij "Leerpunt" aan Tom toekent voor "Campus Aalst" en "Campus Gent"
      Dan hoort bij het recht "Dienstverlener kmo-portefeuille, departementen" het profiel "dienstverlener kmo-portefeuille"
      En geldt dat recht voor "Campus Aalst" en "Campus Gent"
      Maar geldt dat recht niet voor "Campus Asse"

    Scenario: De lokale beheerder neemt zelf een departement op
      Gegeven Wim heeft een werkrelatie met "Leerpunt"
      Als Wim in IDM het recht "Dienstverlener kmo-portefeuille, departementen" bij "Leerpunt" aan Wim toekent voor "Campus Oudenaarde"
      Dan heeft Wim bij "Leerpunt" het recht "Dienstverlener kmo-portefeuille, departementen" tot en met over vier jaar
      En geldt dat recht voor "Campus Oudenaarde"

    Scenario: Zonder departement
      Gegeven Tom heeft een werkrelatie met "Leerpunt"
      Als Wim in IDM het recht "Dienstverlener kmo-portefeuille, departementen" bij "Leerpunt" aan Tom toekent
      Dan weigert IDM dat omdat er geen departement in de lijst staat
      En heeft Tom bij "Leerpunt" het recht "Dienstverlener kmo-portefeuille, departementen" niet

    Scenario: Zonder profiel
      Gegeven Tom heeft een werkrelatie met "Leerpunt"
      Als Wim in IDM het recht "Dienstverlener kmo-portefeuille, departementen" bij "Leerpunt" aan Tom toekent voor "Campus Gent" zonder profiel
      Dan weigert IDM dat omdat het profiel ontbreekt

    Scenario: Precies vier jaar mag
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent met einddatum over vier jaar
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" tot en met over vier jaar

    Scenario: Vier jaar en een dag mag niet
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent met einddatum over vier jaar en een dag
      Dan weigert IDM dat omdat het recht langer dan vier jaar duurt

    Scenario: Wie het recht al heeft, krijgt het geen tweede keer
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Els toekent
      Dan weigert IDM dat omdat het recht al toegekend is

  @B13
  Regel: Het recht voor departementen verschijnt pas nadat de dienst kmo-portefeuille het geactiveerd heeft.

    Scenario: Voor een organisatie die het nodig heeft, is het er
      Gegeven Tom heeft een werkrelatie met "Brightwater Training Ltd"
      En het recht "Dienstverlener kmo-portefeuille, departementen" is voor "Brightwater Training Ltd" geactiveerd met "Campus Gent"
      Als Sophie in IDM een recht voor Tom bij "Brightwater Training Ltd" wil kiezen
      Dan wordt het recht "Dienstverlener kmo-portefeuille, departementen" aangeboden

    Scenario: Voor een organisatie waar het niet geactiveerd is, staat het niet in de lijst
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM een recht voor Tom bij "Theater De Kade" wil kiezen
      Dan wordt het recht "Dienstverlener kmo-portefeuille, departementen" niet aangeboden
      Maar wordt het recht "KIOSK Aanvrager" aangeboden

    Scenario: Buiten de lijst om kan het evenmin
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "Dienstverlener kmo-portefeuille, departementen" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat het recht niet geactiveerd is

  @K03
  Regel: Bij het eerste gebruik heeft niemand het recht voor departementen.

    Scenario: De activering geeft het recht aan niemand
      Gegeven Hugo heeft een werkrelatie met "Brightwater Training Ltd"
      En Sophie heeft in IDM het recht "VLAIO Inkom Gebruiker Nieuw" bij "Brightwater Training Ltd" aan Hugo toegekend
      En het recht "Dienstverlener kmo-portefeuille, departementen" is voor "Brightwater Training Ltd" geactiveerd met "Campus Gent"
      Als Sophie in IDM alle rechten van "Brightwater Training Ltd" opvraagt
      Dan staat het recht "Dienstverlener kmo-portefeuille, departementen" bij niemand

    Scenario: Na een eerste toekenning staat het bij die ene persoon
      Gegeven Ria heeft bij "Leerpunt" het recht "Dienstverlener kmo-portefeuille, departementen"
      Als Wim in IDM alle rechten van "Leerpunt" opvraagt
      Dan staat het recht "Dienstverlener kmo-portefeuille, departementen" bij Ria

  @A05
  Regel: Rechten voor KIOSK kunnen ingesteld worden vanaf 15 maart 2021.

    Scenario: De dag ervoor staan ze niet in de lijst
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En het is 14 maart 2021
      Als Jan in IDM een recht voor Tom bij "Theater De Kade" wil kiezen
      Dan wordt het recht "KIOSK Aanvrager" niet aangeboden
      Maar wordt het recht "VLAIO Inkom Gebruiker Nieuw" aangeboden

    Scenario: De dag ervoor kan ook buiten de lijst om niets
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En het is 14 maart 2021
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat het recht nog niet aangeboden wordt
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" niet

    Scenario: Vanaf die dag kan het, voor KIOSK 2.0 in gebruik is
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En het is 15 maart 2021
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"

  @W13
  Regel: Het recht "KIOSK Aanvrager" gaat alleen naar wie leeft en een Belgische eID heeft.

    Scenario: De medewerker heeft een Belgische eID
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"

    Scenario: De medewerker met een BIS-nummer heeft er geen
      Gegeven Hugo heeft een werkrelatie met "Brightwater Training Ltd"
      Als Sophie in IDM het recht "KIOSK Aanvrager" bij "Brightwater Training Ltd" aan Hugo toekent
      Dan weigert IDM dat omdat de Belgische eID ontbreekt
      En heeft Hugo bij "Brightwater Training Ltd" het recht "KIOSK Aanvrager" niet

    Scenario: Voor een ander recht is die eID niet nodig
      Gegeven Hugo heeft een werkrelatie met "Brightwater Training Ltd"
      Als Sophie in IDM het recht "VLAIO Inkom Gebruiker Nieuw" bij "Brightwater Training Ltd" aan Hugo toekent
      Dan heeft Hugo bij "Brightwater Training Ltd" het recht "VLAIO Inkom Gebruiker Nieuw"

    Scenario: De medewerker is overleden
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Tom is overleden
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat de persoon overleden is
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" niet
