# language: nl
@zonder-paginas
Functionaliteit: Een werkrelatie met een recht
  Niet iedereen die voor een organisatie werkt, staat in de KBO.
  De lokale beheerder laat zulke mensen binnen met een recht, zolang hun werkrelatie duurt.

  Bron: webinar, stappen

  @W13
  Regel: Een werkrelatie met het recht "KIOSK Aanvrager" en een Belgische eID opent KIOSK voor de organisatie.

    Scenario: De medewerker heeft het recht
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Els toegang tot KIOSK namens "Theater De Kade"

    Scenario: De medewerker van het lokaal bestuur heeft het recht
      Gegeven Greet heeft bij "Gemeente Kapeldorp" het recht "KIOSK Aanvrager"
      Als Greet zich met eID aanmeldt namens "Gemeente Kapeldorp"
      Dan krijgt Greet toegang tot KIOSK namens "Gemeente Kapeldorp"

    Scenario: De medewerker heeft alleen een ander recht
      Gegeven Mieke heeft bij "Theater De Kade" het recht "SSM Mandaatbeheerder"
      Als Mieke zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Mieke geweigerd omdat het recht van het e-loket ontbreekt

    Scenario: Wie er niet werkt, heeft er geen recht
      Gegeven Tom heeft geen functie bij "Theater De Kade"
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Tom geweigerd omdat hij geen werkrelatie heeft

    Scenario: Alleen de Belgische eID ontbreekt
      Gegeven Inês heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Inês zich met een code via app aanmeldt namens "Theater De Kade"
      Dan wordt Inês geweigerd omdat de Belgische eID ontbreekt

  @W13
  Regel: Een recht geldt vanaf zijn eerste dag tot en met zijn laatste, en tot het ingetrokken wordt.

    Scenario: Het recht eindigt vandaag
      Gegeven het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" eindigt vandaag
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Els toegang tot KIOSK namens "Theater De Kade"

    Scenario: Het recht is gisteren verlopen
      Gegeven het recht "KIOSK Aanvrager" van Sara bij "Theater De Kade" is gisteren verlopen
      Als Sara zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Sara geweigerd omdat het recht verlopen is

    Scenario: Het recht begint morgen
      Gegeven het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" begint morgen
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Els geweigerd omdat het recht nog niet begonnen is

    Scenario: Het recht is vandaag ingetrokken
      Gegeven het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" is vandaag ingetrokken
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Els geweigerd omdat het recht ingetrokken is
