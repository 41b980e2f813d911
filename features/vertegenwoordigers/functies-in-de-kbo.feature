# language: nl
@zonder-paginas
Functionaliteit: Functies in de KBO
  Wie een organisatie vertegenwoordigt, staat in de KBO en nergens anders.
  Iedereen kan er opzoeken wie dat is, zonder dat er een nummer van een persoon te zien is.

  Bron: webinar, stappen

  @W10 @W11
  Regel: De KBO toont onder "Functies" wie vandaag een functie in de organisatie heeft.

    Scenario: Opzoeken met het ondernemingsnummer
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als iemand "Theater De Kade" opzoekt in de KBO met het ondernemingsnummer
      Dan toont de KBO onder "Functies" Jan als bestuurder
      Maar toont de KBO geen nummer van een persoon

    Scenario: Opzoeken met de naam
      Gegeven Karel is zaakvoerder van "Boekhoudkantoor Cijferwijs"
      Als iemand "Boekhoudkantoor Cijferwijs" opzoekt in de KBO met de naam
      Dan toont de KBO onder "Functies" Karel als zaakvoerder

    Scenario: Een organisatie met twee wettelijk vertegenwoordigers
      Gegeven Jan is bestuurder van "Theater De Kade"
      En Rik is bestuurder van "Theater De Kade"
      Als iemand "Theater De Kade" opzoekt in de KBO met het ondernemingsnummer
      Dan toont de KBO onder "Functies" Jan als bestuurder
      En toont de KBO onder "Functies" Rik als bestuurder

    Scenario: Wie geen functie meer heeft, staat er niet bij
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als iemand "Theater De Kade" opzoekt in de KBO met het ondernemingsnummer
      Dan toont de KBO Dirk niet

  @W08
  Regel: Een organisatie die niet in de KBO staat, kan niet vertegenwoordigd worden.

    Scenario: De organisatie staat in de KBO
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK namens "Theater De Kade"

    Scenario: De organisatie staat niet meer in de KBO
      Gegeven "Theater De Kade" staat niet in de KBO
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Jan geweigerd omdat de organisatie niet in de KBO staat

    Scenario: De school heeft geen ondernemingsnummer
      Gegeven An is bestuurder van "Scholengroep De Linde"
      Als An zich met eID bij KIOSK bekendmaakt
      Dan wordt "Scholengroep De Linde" aangeboden aan An
      Maar wordt "Basisschool De Wilg" niet aangeboden aan An
