# language: nl
Functionaliteit: Wisselen tussen de rollen die men heeft
  Wie voor zichzelf en voor anderen aanvraagt, wisselt zonder zijn sleutel opnieuw te gebruiken.
  Elke rol toont haar eigen dossiers en niet die van een andere.

  Bron: webinar, antwoord124

  @A08 @W07
  Regel: Wie verschillende rollen heeft, wisselt van rol zonder zich opnieuw bekend te maken.

    Scenario: Van een organisatie naar zichzelf
      Gegeven Noor is bij KIOSK aangemeld namens "Atelier Noorderlicht"
      Als Noor in KIOSK naar zichzelf wisselt
      Dan krijgt Noor toegang tot KIOSK
      En ziet Noor geen dossiers van "Atelier Noorderlicht"

    Scenario: Van zichzelf naar een organisatie
      Gegeven Rik is bij KIOSK aangemeld als zichzelf
      Als Rik in KIOSK naar "Theater De Kade" wisselt
      Dan krijgt Rik toegang tot KIOSK namens "Theater De Kade"

    Scenario: Wisselen naar wie men niet vertegenwoordigt
      Gegeven Noor is bij KIOSK aangemeld namens "Atelier Noorderlicht"
      Als Noor in KIOSK naar "Theater De Kade" wisselt
      Dan wordt "Theater De Kade" niet aangeboden aan Noor

    Scenario: Na het afmelden volstaat wisselen niet meer
      Gegeven Noor is bij KIOSK aangemeld namens "Atelier Noorderlicht"
      Als Noor zich bij KIOSK afmeldt en terugkomt
      Dan kan Noor kiezen uit vijf digitale sleutels
