# language: nl
@zonder-paginas
Functionaliteit: Een dossier staat bij zijn aanvrager en bij niemand anders
  Wie voor verschillende aanvragers optreedt, mag hun dossiers niet dooreenhalen.
  Daarom is er een overzicht per aanvrager, en opent ook een geraden adres niets van een ander.

  Bron: webinar

  @W25
  Regel: Het overzicht toont de dossiers van één aanvrager, die namens wie men aangemeld is.

    Scenario: De bestuurder ziet de dossiers van zijn theater
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      Als Jan het dossieroverzicht opent
      Dan staan daar de dossiers van "Theater De Kade"
      Maar staat daar geen dossier van Jan

    Scenario: Als zichzelf ziet dezelfde man alleen wat van hem is
      Gegeven Jan is in KIOSK binnen als zichzelf
      Als Jan het dossieroverzicht opent
      Dan staan daar de dossiers van Jan
      Maar staat daar geen dossier van "Theater De Kade"

    Scenario: Het adres van een dossier van een ander raden
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      Als Jan het adres van een dossier van "Gemeente Kapeldorp" typt
      Dan weigert KIOSK dat omdat het dossier niet van de aanvrager is
