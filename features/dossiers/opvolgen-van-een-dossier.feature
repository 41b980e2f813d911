# language: nl
@zonder-paginas
Functionaliteit: Een dossier opvolgen
  Wie ingediend heeft, wil weten hoever het staat zonder te bellen.
  Elke soort doorloopt haar eigen fasen, en het dossier toont welke voorbij zijn en sinds wanneer.

  Bron: antwoord124

  @A01
  Regel: Het dossier toont de fasen van zijn soort, welke voorbij zijn en welke nu loopt.

    Scenario: De administratie brengt een ingediend dossier naar de adviesfase
      Gegeven Els heeft voor "Theater De Kade" een subsidie ingediend die nu in de adviesfase zit
      Als Els dat dossier opent
      Dan toont het dossier de adviesfase als de fase van nu, sinds 27 april 2021
      En toont het dossier ingediend als een fase die voorbij is
      Maar toont het dossier verantwoording als een fase die nog moet komen

    Scenario: Een erkenning kent geen verantwoording
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK een volledig dossier ingediend voor een erkenning
      Als de administratie dat dossier naar de fase verantwoording brengt
      Dan weigert KIOSK die fase, en blijft het dossier ingediend

  @A01
  Regel: Het overzicht vindt een dossier aan een stuk van zijn nummer of zijn titel.

    Scenario: Een stuk van de titel, met andere hoofdletters
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els in het overzicht een stuk van een titel met andere hoofdletters zoekt
      Dan staat daar alleen het dossier met die titel

    Scenario: Een teken dat in geen dossier staat
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els in het overzicht een procentteken zoekt
      Dan zegt het overzicht dat geen dossier voldoet
