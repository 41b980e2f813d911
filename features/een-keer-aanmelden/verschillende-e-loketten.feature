# language: nl
Functionaliteit: Eén keer aanmelden voor verschillende e-loketten
  Wie zich bij één e-loket bekendmaakt, hoeft dat bij een volgend niet opnieuw te doen.
  Elk e-loket houdt wel zijn eigen regels: wie er binnen mag, en met welke sleutel.

  Bron: webinar, stappen

  @W05
  Regel: Wie zich aangemeld heeft, komt binnen de twee uur zonder nieuwe sleutel in een ander e-loket.

    Scenario: Van KIOSK naar het WSE-loket
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      Als Jan in dezelfde browser naar het WSE-loket gaat
      Dan is Jan daar aangemeld namens "Theater De Kade"

    Scenario: Net voor de twee uur om zijn
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En er is bijna twee uur voorbij
      Als Jan in dezelfde browser naar e-loketondernemers gaat
      Dan is Jan daar aangemeld namens "Theater De Kade"

    Scenario: Als de twee uur om zijn
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En er is twee uur voorbij
      Als Jan in dezelfde browser naar e-loketondernemers gaat
      Dan is Jan daar niet aangemeld
      En kan Jan kiezen uit vijf digitale sleutels

    Scenario: Na het afmelden
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En Jan meldt zich bij KIOSK af
      Als Jan in dezelfde browser naar het WSE-loket gaat
      Dan is Jan daar niet aangemeld
      En kan Jan kiezen uit vijf digitale sleutels

    Scenario: Wie zich elders afmeldt, blijft waar hij al binnen was
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En Jan is in dezelfde browser bij het WSE-loket aangemeld
      Als Jan zich bij KIOSK afmeldt en naar het WSE-loket terugkeert
      Dan is Jan daar aangemeld namens "Theater De Kade"

  @W05
  Regel: Een e-loket dat een sterkere sleutel vraagt, neemt een zwakkere aanmelding niet over.

    Scenario: Met itsme naar een e-loket dat alleen de eID aanvaardt
      Gegeven Jan heeft zich bij KIOSK met itsme aangemeld
      Als Jan in dezelfde browser naar een e-loket met alleen de eID gaat
      Dan is Jan daar niet aangemeld
      En moet Jan zich met eID opnieuw bekendmaken
      En leest Jan dat itsme daar niet volstaat

    Scenario: Met de eID naar datzelfde e-loket
      Gegeven Jan is bij KIOSK aangemeld als zichzelf
      Als Jan in dezelfde browser naar een e-loket met alleen de eID gaat
      Dan is Jan daar aangemeld als zichzelf

    Scenario: De sterkere sleutel volstaat daarna overal
      Gegeven Jan heeft zich bij KIOSK met itsme aangemeld
      En Jan heeft zich bij een e-loket met alleen de eID opnieuw bekendgemaakt
      Als Jan in dezelfde browser naar het WSE-loket gaat
      Dan is Jan daar aangemeld namens "Theater De Kade"

    Scenario: Wie zich daarna elders met itsme bekendmaakt, houdt de sterkere aanmelding
      Gegeven Jan is bij KIOSK aangemeld als zichzelf
      En Jan heeft zich bij een e-loket met alleen itsme opnieuw bekendgemaakt
      Als Jan in dezelfde browser naar een e-loket met alleen de eID gaat
      Dan is Jan daar aangemeld als zichzelf

  @W05
  Regel: Een e-loket met dezelfde regels vraagt niet opnieuw namens wie iemand komt.

    Scenario: Wat bij KIOSK gekozen is, geldt ook bij het volgende e-loket
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      Als Jan in dezelfde browser naar een e-loket met alleen de eID gaat
      Dan is Jan daar aangemeld namens "Theater De Kade"

    Scenario: Na een sterkere sleutel blijft de keuze staan
      Gegeven Jan heeft zich bij KIOSK met itsme aangemeld
      En Jan heeft zich bij een e-loket met alleen de eID opnieuw bekendgemaakt
      Als Jan in dezelfde browser naar een e-loket met alleen de eID gaat
      Dan is Jan daar aangemeld als zichzelf

    Scenario: KIOSK laat altijd kiezen
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En Jan is in dezelfde browser bij een e-loket met alleen de eID aangemeld
      Als Jan zich bij KIOSK nog eens aanmeldt
      Dan is Jan daar niet aangemeld
      En wordt "Theater De Kade" aangeboden aan Jan

    Scenario: De functie is intussen geëindigd
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En de functie van Jan bij "Theater De Kade" is gisteren geëindigd
      Als Jan in dezelfde browser naar het WSE-loket gaat
      Dan komt Jan daar niet binnen omdat zijn functie geëindigd is

  @W05
  Regel: Wie wisselt, kiest opnieuw namens wie hij komt, en toont geen nieuwe sleutel.

    Scenario: Wisselen waar de keuze overgeslagen was
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En Jan is in dezelfde browser bij een e-loket met alleen de eID aangemeld
      Als Jan bij een e-loket met alleen de eID wisselt
      Dan wordt "Theater De Kade" aangeboden aan Jan

    Scenario: Wisselen na het afmelden bij een ander e-loket
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      En Jan is in dezelfde browser bij een e-loket met alleen de eID aangemeld
      En Jan meldt zich bij KIOSK af
      Als Jan bij een e-loket met alleen de eID wisselt
      Dan is Jan daar niet aangemeld

  @S04
  Regel: Bij e-loketondernemers en het WSE-loket volstaat de functie in de KBO, en alleen die.

    Scenario: De bestuurder bij het WSE-loket
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich bij het WSE-loket aanmeldt namens "Theater De Kade"
      Dan is Jan daar aangemeld namens "Theater De Kade"

    Scenario: De medewerker met een recht voor een ander e-loket
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els zich bij het WSE-loket aanmeldt namens "Theater De Kade"
      Dan komt Els daar niet binnen omdat de KBO haar niet noemt

    Scenario: De bestuurder van wie de functie gisteren geëindigd is
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als Dirk zich bij e-loketondernemers aanmeldt namens "Theater De Kade"
      Dan komt Dirk daar niet binnen omdat zijn functie geëindigd is
