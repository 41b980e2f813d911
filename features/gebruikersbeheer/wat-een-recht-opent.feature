# language: nl
@zonder-paginas
Functionaliteit: Wat een recht opent
  Wat in IDM toegekend wordt, moet aan de deur van KIOSK meteen merkbaar zijn, en wat er ingetrokken wordt ook.
  Dit is de helft over rechten; over mandaten gaat de map mandaten.

  Bron: webinar

  @W06 @W07
  Regel: Wie in IDM het recht krijgt, vertegenwoordigt de aanvrager in KIOSK en beheert er zijn dossiers.

    Scenario: De nieuwe vertegenwoordiger ziet de dossiers van de aanvrager
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Tom toegang tot KIOSK namens "Theater De Kade"
      En ziet Tom de dossiers van "Theater De Kade"

    Scenario: De vertegenwoordiger van de ene ziet niets van de andere
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan ziet Tom geen dossiers van "Boekhoudkantoor Cijferwijs"

    Scenario: Een werkrelatie alleen opent niets
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Tom geweigerd omdat het recht van het e-loket ontbreekt

    Scenario: Een recht bij de ene organisatie opent de andere niet
      Gegeven Bram heeft een werkrelatie met "Boekhoudkantoor Cijferwijs"
      En Karel heeft in IDM het recht "KIOSK Aanvrager" bij "Boekhoudkantoor Cijferwijs" aan Bram toegekend
      Als Bram zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Bram geweigerd omdat hij geen werkrelatie heeft

  @W06
  Regel: Een recht dat in IDM ingetrokken is, opent niets meer, ook niet voor wie al aangemeld is.

    Scenario: Bij de volgende aanmelding is de deur dicht
      Gegeven Jan heeft in IDM het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" ingetrokken
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Els geweigerd omdat het recht ingetrokken is

    Scenario: Een lopende sessie eindigt bij de volgende vernieuwing
      Gegeven Els is bij KIOSK aangemeld namens "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" ingetrokken
      Als KIOSK na een kwartier de aanmelding van Els vernieuwt
      Dan weigert KIOSK Els nog langer omdat het recht ingetrokken is

    Scenario: Zonder intrekking loopt de sessie gewoon door
      Gegeven Els is bij KIOSK aangemeld namens "Theater De Kade"
      Als KIOSK na een kwartier de aanmelding van Els vernieuwt
      Dan krijgt Els toegang tot KIOSK namens "Theater De Kade"

    Scenario: Een nieuw recht na een intrekking opent de deur weer
      Gegeven Jan heeft in IDM het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" ingetrokken
      En Fatima heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Els toegekend
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Els toegang tot KIOSK namens "Theater De Kade"

  @W09
  Regel: De wettelijk vertegenwoordiger en de medewerker met een recht bestaan naast elkaar, en de ene hangt niet af van de andere.
    De externe dienstverlener, die met een mandaat komt, staat in de map mandaten.

    Scenario: Beiden kunnen zich aanmelden
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan kan Tom zich met eID bij KIOSK aanmelden namens "Theater De Kade"
      En kan Jan zich met eID bij KIOSK aanmelden namens "Theater De Kade"

    Scenario: Het recht blijft als de functie van wie het gaf eindigt
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend
      En de functie van Jan bij "Theater De Kade" is gisteren geëindigd
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Tom toegang tot KIOSK namens "Theater De Kade"

    Scenario: De functie blijft weg, ook als het recht er nog is
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      En de functie van Jan bij "Theater De Kade" is gisteren geëindigd
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Jan geweigerd omdat de functie beëindigd is

    Scenario: Wie beide heeft, houdt het recht over als de functie eindigt
      Gegeven Jan heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      En de functie van Jan bij "Theater De Kade" is gisteren geëindigd
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK namens "Theater De Kade"
