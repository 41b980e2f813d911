# language: nl
@zonder-paginas
Functionaliteit: De wettelijk vertegenwoordiger
  Een organisatie handelt door mensen; wie dat van rechtswege mag, volgt uit de KBO.
  Zo iemand kan meteen aan de slag, zonder dat iemand iets moet instellen.

  Bron: webinar, antwoord124, stappen

  @W12 @A03
  Regel: Een wettelijk vertegenwoordiger vertegenwoordigt de organisatie zonder recht en zonder mandaat.

    Abstract Scenario: De functie geeft vertegenwoordiging
      Gegeven <persoon> is <functie> van <organisatie>
      Als <persoon> zich met eID aanmeldt namens <organisatie>
      Dan krijgt <persoon> toegang tot KIOSK namens <organisatie>

      Voorbeelden:
        | persoon | functie                              | organisatie                  |
        | Jan     | bestuurder                           | "Theater De Kade"            |
        | Karel   | zaakvoerder                          | "Boekhoudkantoor Cijferwijs" |
        | Tom     | gedelegeerd bestuurder               | "Theater De Kade"            |
        | Tom     | persoon belast met dagelijks bestuur | "Theater De Kade"            |
        | Tom     | curator                              | "Theater De Kade"            |
        | Luc     | algemeen directeur                   | "Gemeente Kapeldorp"         |
        | Tom     | burgemeester                         | "Gemeente Kapeldorp"         |

    Abstract Scenario: De functie geeft geen vertegenwoordiging
      Gegeven <persoon> is <functie> van <organisatie>
      Als <persoon> zich met eID aanmeldt namens <organisatie>
      Dan wordt <persoon> geweigerd omdat de functie de organisatie niet vertegenwoordigt

      Voorbeelden:
        | persoon | functie                                      | organisatie       |
        | Tom     | commissaris                                  | "Theater De Kade" |
        | Tom     | oprichter                                    | "Theater De Kade" |
        | Tom     | houder van de basiskennis bedrijfsbeheer     | "Theater De Kade" |

    Scenario: Wie geen functie heeft, wordt geweigerd
      Gegeven Tom heeft geen functie bij "Theater De Kade"
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Tom geweigerd omdat hij geen functie in de organisatie heeft

  @W10 @W12
  Regel: Een functie geldt vanaf haar eerste dag tot en met haar laatste.

    Scenario: De laatste dag telt nog mee
      Gegeven de functie van Jan bij "Theater De Kade" eindigt vandaag
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK namens "Theater De Kade"

    Scenario: De functie is gisteren geëindigd
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als Dirk zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Dirk geweigerd omdat de functie beëindigd is

    Scenario: De functie begint morgen
      Gegeven de functie van Jan bij "Theater De Kade" begint morgen
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Jan geweigerd omdat de functie nog niet begonnen is

  @W08 @W12
  Regel: Namens een stopgezette organisatie kan niemand zich aanmelden.

    Scenario: De organisatie is stopgezet
      Gegeven Piet is bestuurder van "Studio Stilte"
      Als Piet zich met eID aanmeldt namens "Studio Stilte"
      Dan wordt Piet geweigerd omdat de organisatie stopgezet is

    Scenario: De organisatie wordt morgen stopgezet
      Gegeven "Theater De Kade" wordt morgen stopgezet
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK namens "Theater De Kade"

    Scenario: De organisatie wordt vandaag stopgezet
      Gegeven "Theater De Kade" wordt vandaag stopgezet
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Jan geweigerd omdat de organisatie stopgezet is

  @W15
  Regel: Dossiers van een organisatie beheren vraagt een Belgische eID, welke sleutel men ook gebruikt.

    Scenario: Met itsme aanmelden mag wie een Belgische eID heeft
      Gegeven Jan heeft itsme geactiveerd
      Als Jan zich met itsme aanmeldt namens "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK namens "Theater De Kade"

    Scenario: Zonder Belgische eID geen organisatie
      Gegeven Sophie is bestuurder van "Brightwater Training Ltd"
      Als Sophie zich met een code via app aanmeldt namens "Brightwater Training Ltd"
      Dan wordt Sophie geweigerd omdat de Belgische eID ontbreekt

    Scenario: Voor zichzelf is een Belgische eID niet nodig
      Gegeven Sophie heeft een code via app geactiveerd
      Als Sophie zich met een code via app aanmeldt als zichzelf
      Dan krijgt Sophie toegang tot KIOSK

  @W15
  Regel: Wie overleden is, wordt niet aangemeld en vertegenwoordigt niemand.

    Scenario: De kaart van een overledene
      Gegeven Dora is overleden
      Als Dora zich met eID aanmeldt als zichzelf
      Dan wordt Dora geweigerd omdat de persoon overleden is
