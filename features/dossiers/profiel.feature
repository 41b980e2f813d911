# language: nl
@zonder-paginas
Functionaliteit: Een vertegenwoordiger heeft per aanvrager een profiel
  Op het werk is iemand anders te bereiken dan thuis, en een boekhouder bij elke klant op een ander nummer.
  Daarom geldt wat iemand invult alleen voor de aanvrager voor wie hij aangemeld is.

  Bron: webinar

  @W33
  Regel: Wie voor twee aanvragers optreedt, heeft twee profielen.

    Scenario: Het eigen profiel van de bestuurder is een ander dan dat voor het theater
      Gegeven Jan is in KIOSK binnen als zichzelf
      Als Jan zijn profiel invult
      Dan staat dat bij het profiel van Jan als zichzelf
      Maar staat dat niet bij het profiel van Jan voor "Theater De Kade"

    Scenario: Een formulier van de ene aanvrager bewaren bij de andere
      Gegeven Jan heeft zijn profiel voor "Theater De Kade" open
      En Jan is in KIOSK binnen als zichzelf
      Als Jan dat profiel alsnog bewaart
      Dan weigert KIOSK dat omdat het formulier bij een andere aanmelding hoort

  @W34
  Regel: In een profiel staan een e-mailadres en een telefoon- of mobiel nummer.

    Abstract Scenario: Met een van beide nummers
      Gegeven Luc is in KIOSK binnen namens "Gemeente Kapeldorp"
      Als Luc zijn profiel invult met een e-mailadres en een <nummer>
      Dan staat dat <nummer> bij het profiel van Luc

      Voorbeelden:
        | nummer         |
        | telefoonnummer |
        | mobiel nummer  |

    Abstract Scenario: Er ontbreekt iets
      Gegeven Luc is in KIOSK binnen namens "Gemeente Kapeldorp"
      Als Luc zijn profiel invult zonder <gegeven>
      Dan weigert KIOSK dat omdat er iets niet klopt

      Voorbeelden:
        | gegeven     |
        | e-mailadres |
        | nummer      |
