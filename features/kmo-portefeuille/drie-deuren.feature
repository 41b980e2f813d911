# language: nl
@zonder-paginas
Functionaliteit: De drie deuren van de kmo-portefeuille
  Een onderneming vraagt steun aan, een dienstverlener biedt opleiding of advies.
  Elk heeft een eigen deur, en achter elke deur staat alleen wat van hem is.

  Bron: buitenland, kmop, stappen, webinar

  @B06 @K01
  Regel: Achter "Login dienstverleners" komt wie zijn identiteit bewijst en in IDM het recht heeft.

    Scenario: Met de sleutel en het recht
      Gegeven Sophie heeft een code via app geactiveerd
      En Sophie heeft bij "Brightwater Training Ltd" het recht "VLAIO Inkom Gebruiker Nieuw" met profiel "dienstverlener"
      Als Sophie bij de kmo-portefeuille "Login dienstverleners" kiest namens "Brightwater Training Ltd"
      Dan ziet Sophie de diensten van de zetel van "Brightwater Training Ltd"

    Scenario: Met het recht maar zonder sleutel
      Gegeven Hugo heeft bij "Brightwater Training Ltd" het recht "VLAIO Inkom Gebruiker Nieuw" met profiel "dienstverlener"
      Als Hugo bij de kmo-portefeuille "Login dienstverleners" kiest namens "Brightwater Training Ltd"
      Dan blijft die deur dicht omdat er geen actieve sleutel is

    Scenario: Met de sleutel maar zonder recht
      Gegeven Sophie heeft een code via app geactiveerd
      Als Sophie bij de kmo-portefeuille "Login dienstverleners" kiest namens "Brightwater Training Ltd"
      Dan blijft die deur dicht omdat er geen werkrelatie is

  @B06 @W15
  Regel: De kmo-portefeuille laat binnen met een BIS-nummer zonder Belgische eID, KIOSK namens een organisatie niet.

    Scenario: Bij de kmo-portefeuille is geen Belgische eID nodig
      Gegeven Inês heeft bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw" met profiel "dienstverlener"
      Als Inês bij de kmo-portefeuille "Login dienstverleners" kiest namens "Leerpunt"
      Dan ziet Inês de diensten van de zetel van "Leerpunt"

    Scenario: Bij KIOSK wel
      Gegeven Inês heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Inês zich met een code via app aanmeldt namens "Theater De Kade"
      Dan wordt Inês geweigerd omdat de Belgische eID ontbreekt

  @B10
  Regel: Voor de zetel hoort bij het recht het profiel dienstverlener.

    Scenario: Zonder het profiel
      Gegeven Ria heeft bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw" zonder profiel
      Als Ria bij de kmo-portefeuille "Login dienstverleners" kiest namens "Leerpunt"
      Dan blijft die deur dicht omdat het profiel ontbreekt

    Scenario: Met het profiel
      Gegeven Ria heeft bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw" met profiel "dienstverlener"
      Als Ria bij de kmo-portefeuille "Login dienstverleners" kiest namens "Leerpunt"
      Dan ziet Ria de diensten van de zetel van "Leerpunt"

  @S11
  Regel: Bij het ene e-loket volstaat de KBO voor een wettelijk vertegenwoordiger, bij het andere heeft ook hij een recht nodig.

    Scenario: Wie steun aanvraagt voor een rechtspersoon, komt binnen op grond van de KBO
      Gegeven Wim is bestuurder van "Leerpunt"
      Als Wim bij de kmo-portefeuille "Login onderneming" kiest namens "Leerpunt"
      Dan is Wim daar namens "Leerpunt"

    Scenario: Wie steun aanvraagt voor de onderneming van een natuurlijk persoon, niet
      Gegeven Noor heeft itsme geactiveerd
      Als Noor bij de kmo-portefeuille "Login onderneming" kiest namens "Atelier Noorderlicht"
      Dan blijft die deur dicht omdat alleen een rechtspersoon zonder recht binnenkomt

    Scenario: Een vzw komt niet in aanmerking
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan bij de kmo-portefeuille "Login onderneming" kiest namens "Theater De Kade"
      Dan blijft die deur dicht omdat die rechtsvorm niet in aanmerking komt

    Scenario: Als dienstverlener heeft ook de wettelijk vertegenwoordiger het recht nodig
      Gegeven Karel is zaakvoerder van "Boekhoudkantoor Cijferwijs"
      Als Karel bij de kmo-portefeuille "Login dienstverleners" kiest namens "Boekhoudkantoor Cijferwijs"
      Dan blijft die deur dicht omdat er geen werkrelatie is

    Scenario: De hoofdtoegangsbeheerder heeft het ook nodig
      Gegeven Tom is hoofdtoegangsbeheerder van "Leerpunt"
      Als Tom bij de kmo-portefeuille "Login dienstverleners" kiest namens "Leerpunt"
      Dan blijft die deur dicht omdat er geen werkrelatie is

  @B11 @K01 @K18
  Regel: Achter "Login individuele dienstverlener/departementen" ziet men alleen de departementen waarvoor men het recht heeft.

    Scenario: Twee departementen van de vijf
      Gegeven Ria heeft bij "Leerpunt" het recht voor "Campus Aalst" en "Campus Gent"
      Als Ria bij de kmo-portefeuille "Login individuele dienstverlener/departementen" kiest namens "Leerpunt"
      Dan ziet Ria de diensten van "Campus Aalst" en "Campus Gent"
      Maar ziet Ria de diensten van "Campus Asse" niet

    Scenario: Het adres van een ander departement raden
      Gegeven Ria is bij de kmo-portefeuille aangemeld voor de departementen van "Leerpunt"
      Als Ria het adres van een dienst van "Campus Asse" typt
      Dan blijft die deur dicht omdat zij daarvoor het recht niet heeft

    Scenario: Het recht van de zetel opent geen departement
      Gegeven Wim heeft bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw" met profiel "dienstverlener"
      Als Wim bij de kmo-portefeuille "Login individuele dienstverlener/departementen" kiest namens "Leerpunt"
      Dan blijft die deur dicht omdat hij het recht voor departementen niet heeft

    Scenario: Een departement dat de dienst kmo-portefeuille afzet
      Gegeven Ria heeft bij "Leerpunt" het recht voor "Campus Aalst" en "Campus Gent"
      En de dienst kmo-portefeuille heeft "Campus Gent" van "Leerpunt" gedeactiveerd
      Als Ria bij de kmo-portefeuille "Login individuele dienstverlener/departementen" kiest namens "Leerpunt"
      Dan ziet Ria de diensten van "Campus Aalst"
      Maar ziet Ria de diensten van "Campus Gent" niet

  @B12
  Regel: Elk departement heeft per dienst een eigen contactpersoon en rekeningnummer.

    Scenario: De opleiding in Gent
      Gegeven Ria is bij de kmo-portefeuille aangemeld voor de departementen van "Leerpunt"
      Als Ria voor "opleiding" in "Campus Gent" een eigen contactpersoon en rekeningnummer opgeeft
      Dan staan die bij "opleiding" in "Campus Gent"
      Maar staan die niet bij "opleiding" in "Campus Aalst"
      En staan die niet bij "advies" in "Campus Gent"

    Scenario: Een rekeningnummer met een tikfout
      Gegeven Ria is bij de kmo-portefeuille aangemeld voor de departementen van "Leerpunt"
      Als Ria voor "opleiding" in "Campus Gent" een rekeningnummer met een tikfout opgeeft
      Dan bewaart de kmo-portefeuille dat niet
      En staat nog op het scherm wat Ria typte
