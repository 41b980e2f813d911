# language: nl
@zonder-paginas
Functionaliteit: Aanmelden met een mandaat
  Wie geen eigen mensen voor zijn dossiers heeft, laat ze door een dienstverlener beheren.
  Een mandaat zegt wie dat mag, en een recht bij die dienstverlener zegt welke van zijn mensen.

  Bron: webinar, antwoord124

  @W14 @W07 @A03
  Regel: Met een mandaat handelt de dienstverlener voor de aanvrager, door wie hem vertegenwoordigt of er het recht voor heeft.

    Scenario: De zaakvoerder van de dienstverlener
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Karel zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Karel toegang tot KIOSK namens "Theater De Kade"

    Scenario: De mandaatuitvoerder van de dienstverlener
      Gegeven Lotte heeft bij "Boekhoudkantoor Cijferwijs" het recht "SSM Mandaatuitvoerder"
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Lotte toegang tot KIOSK namens "Theater De Kade"

    Scenario: De medewerker zonder dat recht
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Bram zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Bram geweigerd omdat hij het mandaat niet mag uitvoeren

    Scenario: De medewerker van wie het recht gisteren verlopen is
      Gegeven het recht "SSM Mandaatuitvoerder" van Lotte bij "Boekhoudkantoor Cijferwijs" is gisteren verlopen
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat het recht om mandaten uit te voeren verlopen is

    Scenario: Wie bij geen mandaatnemer werkt
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Tom geweigerd omdat er voor hem geen mandaat is

    Scenario: De dienstverlener ziet in eigen naam niets van de aanvrager
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Karel zich met eID aanmeldt namens "Boekhoudkantoor Cijferwijs"
      Dan krijgt Karel toegang tot KIOSK namens "Boekhoudkantoor Cijferwijs"
      Maar ziet Karel geen dossiers van "Theater De Kade"

  @W14
  Regel: Een mandaat geldt vanaf zijn eerste dag tot en met zijn laatste, en tot een van beide het stopzet.

    Scenario: Het mandaat eindigt vandaag
      Gegeven het mandaat van "Theater De Kade" aan "Boekhoudkantoor Cijferwijs" eindigt vandaag
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Lotte toegang tot KIOSK namens "Theater De Kade"

    Scenario: Het mandaat is gisteren afgelopen
      Gegeven het mandaat van "Theater De Kade" aan "Boekhoudkantoor Cijferwijs" is gisteren afgelopen
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat het mandaat afgelopen is

    Scenario: Het mandaat begint morgen
      Gegeven het mandaat van "Theater De Kade" aan "Boekhoudkantoor Cijferwijs" begint morgen
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat het mandaat nog niet begonnen is

    Scenario: Het mandaat is vandaag stopgezet
      Gegeven het mandaat van "Theater De Kade" aan "Boekhoudkantoor Cijferwijs" is vandaag stopgezet
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat het mandaat stopgezet is

    Scenario: Het mandaat dient voor iets anders
      Gegeven het mandaat van "Theater De Kade" aan "Boekhoudkantoor Cijferwijs" dient voor een ander e-loket
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat het mandaat niet voor dit e-loket dient

  @W14 @W08
  Regel: Een mandaat opent niets voor of door een organisatie die stopgezet is, of voor een lokaal bestuur.

    Scenario: De aanvrager is stopgezet
      Gegeven "Theater De Kade" wordt vandaag stopgezet
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat de mandaatgever stopgezet is

    Scenario: De dienstverlener is stopgezet
      Gegeven "Boekhoudkantoor Cijferwijs" wordt vandaag stopgezet
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Lotte geweigerd omdat de mandaatnemer stopgezet is

    Scenario: De dag voor de stopzetting gaat het nog
      Gegeven "Boekhoudkantoor Cijferwijs" wordt morgen stopgezet
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Lotte toegang tot KIOSK namens "Theater De Kade"

    Scenario: Een mandaat van een lokaal bestuur opent niets
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Gemeente Kapeldorp"
      Als Lotte zich met eID aanmeldt namens "Gemeente Kapeldorp"
      Dan wordt Lotte geweigerd omdat een lokaal bestuur geen mandaat geeft

  @W09
  Regel: Wettelijk vertegenwoordiger, werkrelatie en externe dienstverlener kunnen naast elkaar bestaan.

    Abstract Scenario: Elk langs zijn eigen weg
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als <persoon> zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt <persoon> toegang tot KIOSK namens "Theater De Kade"

      Voorbeelden:
        | persoon |
        | Jan     |
        | Els     |
        | Karel   |

    Scenario: Wie geen van de drie is, blijft buiten
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Mieke zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Mieke geweigerd omdat het recht van het e-loket ontbreekt
