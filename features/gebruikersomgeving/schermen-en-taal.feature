# language: nl
@zonder-paginas
Functionaliteit: De schermen van KIOSK 2.0
  Wie voor verschillende aanvragers werkt, moet op elk scherm zien voor wie hij bezig is, en in zijn eigen taal lezen.
  Elk hoofdscherm is in één druk te bereiken, en van daar elk subscherm.

  Bron: webinar

  @W22
  Regel: Elk hoofdscherm is bereikbaar langs een icoon met een woord ernaast, en toont de aanvrager en de vertegenwoordiger.

    Scenario: Een medewerker doorloopt de hoofdschermen
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els elk hoofdscherm langs zijn icoon opent
      Dan toont elk van die schermen "Theater De Kade" als aanvrager en Els als vertegenwoordiger
      En biedt elk van die schermen wisselen en afmelden aan

    Scenario: Wie niet aangemeld is, krijgt geen iconen
      Gegeven Els is niet aangemeld
      Als Els de startpagina van KIOSK opent
      Dan staat daar geen enkel hoofdscherm
      En biedt de startpagina alleen aanmelden aan

    Scenario: Na het afmelden toont geen hoofdscherm nog iets
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els meldt zich in KIOSK af
      Als Els elk hoofdscherm nog eens opent
      Dan toont geen van die schermen nog "Theater De Kade"

  @W22
  Regel: Een knop opent elk subscherm van een dossier, zolang er daar iets te kiezen valt.

    Scenario: Een dossier in voorbereiding
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En het dossier van "Theater De Kade" zit in de fase in voorbereiding
      Als Els het dossier van "Theater De Kade" opent
      Dan zijn er knoppen voor contactpersoon, e-mailadres en rekeningnummer

    Scenario: Een dossier in de adviesfase
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En het dossier van "Theater De Kade" zit in de fase adviesfase
      Als Els het dossier van "Theater De Kade" opent
      Dan zijn er knoppen voor contactpersoon en e-mailadres
      Maar is er geen knop voor het rekeningnummer

  @W22
  Regel: Een menu bundelt de keuzes binnen het overzicht: zoeken, kiezen en sorteren.

    Scenario: Het menu kiest alleen de dossiers van één soort
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els in het menu van het overzicht alleen erkenningen kiest
      Dan staan daar alleen erkenningen van "Theater De Kade"

    Scenario: Een keuze die het menu niet heeft
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els het overzicht vraagt in een volgorde die het menu niet heeft
      Dan weigert KIOSK dat omdat het overzicht die keuze niet heeft

  @W22
  Regel: Wie een taal kiest, leest daarna elk scherm in die taal; wie er geen kiest, leest Nederlands.

    Abstract Scenario: In een andere taal
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK het <taal> gekozen
      Als Els elk hoofdscherm langs zijn icoon opent
      Dan zijn al die schermen in het <taal>

      Voorbeelden:
        | taal       |
        | Frans      |
        | Duits      |
        | Engels     |
        | Nederlands |

    Scenario: Zonder keuze
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els elk hoofdscherm langs zijn icoon opent
      Dan zijn al die schermen in het Nederlands

    Scenario: De keuze blijft na het afmelden
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK het Frans gekozen
      Als Els zich uit KIOSK afmeldt
      Dan is de startpagina voor Els nog in het Frans

    Scenario: Ook wat er mis is, staat in de gekozen taal
      Gegeven Luc is in KIOSK binnen namens "Gemeente Kapeldorp"
      En Luc heeft in KIOSK het Frans gekozen
      Als Luc de contactgegevens bewaart zonder e-mailadres
      Dan weigert KIOSK dat omdat er iets niet klopt
      En is dat scherm in het Frans

    Scenario: Een taal die KIOSK niet spreekt
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els in KIOSK een taal kiest die er niet is
      Dan weigert KIOSK dat omdat het die taal niet spreekt
      En is dat scherm in het Nederlands
