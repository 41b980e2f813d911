# language: nl
@zonder-paginas
Functionaliteit: De leidraad brengt elke aanvrager bij zijn stappen
  Wie van login en wachtwoord komt, weet niet welke rechten en mandaten hij nu nodig heeft.
  De leidraad vraagt wie hij is en wat hij heeft, en toont dan alleen zijn stappen met hun stand.

  Bron: antwoord124, webinar, stappen

  @A07
  Regel: De leidraad toont van elke stap of hij al gezet is.

    Scenario: Alles is klaar voor de eerste dag
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan de leidraad volgt voor "Theater De Kade"
      Dan is de functie in de KBO volgens de leidraad in orde
      En is het aanmelden volgens de leidraad in orde

    Scenario: Het recht is nog niet toegekend
      Gegeven Bram heeft een werkrelatie met "Boekhoudkantoor Cijferwijs"
      Als Karel de leidraad volgt voor een persoon met een werkrelatie bij "Boekhoudkantoor Cijferwijs"
      Dan is de werkrelatie volgens de leidraad in orde
      Maar is het recht volgens de leidraad nog te doen

    Scenario: Een stap die gezet wordt, is meteen in orde
      Gegeven Bram heeft bij "Boekhoudkantoor Cijferwijs" het recht "KIOSK Aanvrager"
      Als Karel de leidraad volgt voor een persoon met een werkrelatie bij "Boekhoudkantoor Cijferwijs"
      Dan is het recht volgens de leidraad in orde
      En is het aanmelden volgens de leidraad in orde

    Scenario: Een organisatie die niet in de KBO staat, heeft geen stappen
      Gegeven "Theater De Kade" staat niet in de KBO
      Als Jan de leidraad volgt voor "Theater De Kade"
      Dan weigert de leidraad de vraag

  @A07
  Regel: De leidraad toont alleen wat voor dit soort aanvrager gemaakt is.

    Scenario: Wie alleen zichzelf vertegenwoordigt, heeft een sleutel en geen recht nodig
      Als Noor de leidraad volgt voor zichzelf
      Dan zijn de digitale sleutels volgens de leidraad in orde
      Maar toont de leidraad het recht niet

    Scenario: Een lokaal bestuur wordt niet naar mandaten geleid
      Als Luc de leidraad volgt voor het lokaal bestuur "Gemeente Kapeldorp"
      Dan is het recht volgens de leidraad in orde
      Maar toont de leidraad het mandaat niet

    Scenario: Een school wordt naar haar inrichtende macht geleid
      Gegeven An is bestuurder van "Scholengroep De Linde"
      Als An de leidraad volgt voor de school "Basisschool De Wilg"
      Dan is de functie in de KBO volgens de leidraad in orde

    Scenario: Een theater is geen lokaal bestuur
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan de leidraad volgt voor het lokaal bestuur "Theater De Kade"
      Dan weigert de leidraad de vraag

  @A07 @zonder-weigering
  Regel: De leidraad volgt de kalender van de overstap.

    Zonder weigering: de leidraad zegt wanneer een stap gezet kan worden, en houdt zelf niemand tegen.

    Scenario: Op de laatste dag van de testomgeving blijft het aanmelden voor later
      Gegeven het is 25 april 2021
      Als Jan de leidraad volgt voor "Theater De Kade"
      Dan is het testen volgens de leidraad nog te doen
      En is het aanmelden volgens de leidraad voor later

    Scenario: Op de dag van de overstap is er niets meer te testen
      Gegeven het is 27 april 2021
      Als Jan de leidraad volgt voor "Theater De Kade"
      Dan is het testen volgens de leidraad voorbij
      En is het aanmelden volgens de leidraad in orde
