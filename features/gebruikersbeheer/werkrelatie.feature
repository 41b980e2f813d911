# language: nl
@zonder-paginas
Functionaliteit: Een werkrelatie
  Een recht hangt nooit aan een persoon alleen, maar aan zijn band met een organisatie.
  Loopt die band af, dan gaat ook alles wat eraan hangt.

  Bron: kmop

  @K11
  Regel: Een werkrelatie heeft een categorie, een begin- en einddatum, een telefoonnummer en een e-mailadres.

    Scenario: Alles is ingevuld
      Gegeven Jan heeft in IDM Tom aan "Theater De Kade" gekoppeld
      Als Jan in IDM de details van de werkrelatie van Tom met "Theater De Kade" opent
      Dan toont IDM bij Tom de categorie "Vaste Medewerker"
      En toont IDM bij Tom het telefoonnummer en het e-mailadres

    Scenario: Het telefoonnummer is niet ingevuld
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt zonder telefoonnummer
      Dan weigert IDM dat omdat het telefoonnummer ontbreekt
      En heeft Tom geen werkrelatie met "Theater De Kade"

    Scenario: Het e-mailadres is niet ingevuld
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt zonder e-mailadres
      Dan weigert IDM dat omdat het e-mailadres ontbreekt
      En heeft Tom geen werkrelatie met "Theater De Kade"

    Scenario: De einddatum is niet ingevuld
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt zonder einddatum
      Dan weigert IDM dat omdat de einddatum ontbreekt
      En heeft Tom geen werkrelatie met "Theater De Kade"

    Scenario: Twee keer dezelfde dagen kan niet
      Gegeven Els heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM Els aan "Theater De Kade" koppelt
      Dan weigert IDM dat omdat er op die dagen al een werkrelatie is

  @K12
  Regel: Een werkrelatie duurt minstens een dag en hoogstens tien jaar.

    Scenario: IDM stelt tien jaar voor
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met over tien jaar

    Scenario: Precies tien jaar mag
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt met einddatum over tien jaar
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met over tien jaar

    Scenario: Een dag meer mag niet
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt met einddatum over tien jaar en een dag
      Dan weigert IDM dat omdat de werkrelatie langer dan tien jaar duurt
      En heeft Tom geen werkrelatie met "Theater De Kade"

    Scenario: Een werkrelatie van een enkele dag mag
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt met begindatum vandaag en einddatum vandaag
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met vandaag

    Scenario: Het einde valt voor het begin
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt met begindatum morgen en einddatum vandaag
      Dan weigert IDM dat omdat het einde voor het begin valt

    Scenario: Het einde is al voorbij
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt met begindatum gisteren en einddatum gisteren
      Dan weigert IDM dat omdat de einddatum voorbij is

  @K13
  Regel: Wat niet in de laatste stap bevestigd wordt, is niet toegevoegd.

    Scenario: De werkrelatie is bevestigd
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met over tien jaar

    Scenario: De persoon is niet bevestigd
      Gegeven Tom is niet toegevoegd in IDM
      Als Jan in IDM Tom toevoegt voor "Theater De Kade" zonder te bevestigen
      Dan vraagt IDM om te bevestigen
      Maar is Tom in IDM niet toegevoegd

    Scenario: De werkrelatie is niet bevestigd
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt zonder te bevestigen
      Dan vraagt IDM om te bevestigen
      Maar heeft Tom geen werkrelatie met "Theater De Kade"

    Scenario: Het recht is niet bevestigd
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent zonder te bevestigen
      Dan vraagt IDM om te bevestigen
      Maar heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" niet

  @K14
  Regel: Een nieuwe werkrelatie heeft nog geen rechten.

    Scenario: Meteen na het koppelen staat er dat er geen zijn
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt
      Dan toont IDM "Geen gebruikersrechten toegekend"

    Scenario: Na het eerste recht verdwijnt die melding
      Gegeven Jan heeft in IDM Tom aan "Theater De Kade" gekoppeld
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan toont IDM "Geen gebruikersrechten toegekend" niet

  @K17
  Regel: "Verleng werkrelatie en gebruikersrechten" verlengt beide, elk zo ver als het kan.

    Scenario: Het recht gaat mee, tot zijn eigen maximum
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend tot en met over een jaar
      Als Jan in IDM de werkrelatie van Tom met "Theater De Kade" verlengt met einddatum over tien jaar
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met over tien jaar
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" tot en met over vier jaar

    Scenario: Wie alleen de werkrelatie verlengt, laat het recht zoals het is
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend tot en met over een jaar
      Als Jan in IDM alleen de werkrelatie van Tom met "Theater De Kade" verlengt met einddatum over tien jaar
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met over tien jaar
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" tot en met over een jaar

    Scenario: Verder dan tien jaar gaat het niet
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM de werkrelatie van Tom met "Theater De Kade" verlengt met einddatum over tien jaar en een dag
      Dan weigert IDM dat omdat de werkrelatie langer dan tien jaar duurt

    Scenario: Een vroegere dag is geen verlenging
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM de werkrelatie van Tom met "Theater De Kade" verlengt met einddatum over een jaar
      Dan weigert IDM dat omdat de nieuwe einddatum niet later valt

  @K16
  Regel: Een recht overleeft zijn werkrelatie niet.

    Scenario: Het recht loopt tot de laatste dag van de werkrelatie
      Gegeven de werkrelatie van Tom met "Theater De Kade" eindigt over een jaar
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent met einddatum over een jaar
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" tot en met over een jaar

    Scenario: Een dag langer dan de werkrelatie kan niet
      Gegeven de werkrelatie van Tom met "Theater De Kade" eindigt over een jaar
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent met einddatum over een jaar en een dag
      Dan weigert IDM dat omdat het recht langer duurt dan de werkrelatie
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" niet

    Scenario: Eindigt de werkrelatie vroeger, dan eindigt het recht mee
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend tot en met over een jaar
      Als Jan in IDM de werkrelatie van Tom met "Theater De Kade" beëindigt met einddatum vandaag
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" tot en met vandaag

    Scenario: Na de laatste dag van de werkrelatie kan er geen recht meer bij
      Gegeven de werkrelatie van Tom met "Theater De Kade" eindigt gisteren
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat de werkrelatie afgelopen is
