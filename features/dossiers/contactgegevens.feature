# language: nl
@zonder-paginas
Functionaliteit: De contactgegevens van de aanvrager
  Naam en zetel kent de overheid al, en wie ze hier overtypt, maakt een tweede waarheid.
  Wat geen bron heeft, vult de vertegenwoordiger in, en zonder kan niemand de aanvrager bereiken.

  Bron: webinar

  @W30
  Regel: Wat uit de KBO of het Rijksregister komt, toont KIOSK zoals het daar staat, en kan hier niet gewijzigd worden.

    Scenario: De zetel is in de KBO verplaatst
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En de zetel van "Theater De Kade" is in de KBO verplaatst
      Als Els de contactgegevens opent
      Dan staat daar de nieuwe zetel, met de KBO als bron

    Scenario: Een persoon staat er zoals het Rijksregister hem kent
      Gegeven Noor is in KIOSK binnen als zichzelf
      Als Noor de contactgegevens opent
      Dan staat daar de naam van Noor, met het Rijksregister als bron

    Scenario: Een andere naam meesturen
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els met de contactgegevens een andere naam en zetel meestuurt
      Dan verandert er niets aan de naam en de zetel van "Theater De Kade"

  @W31
  Regel: De aanvrager heeft altijd een e-mailadres en een telefoonnummer.

    Scenario: Allebei ingevuld
      Gegeven Luc is in KIOSK binnen namens "Gemeente Kapeldorp"
      Als Luc het e-mailadres en het telefoonnummer van de aanvrager invult
      Dan staan ze bij de contactgegevens die Luc ziet

    Abstract Scenario: Een van beide ontbreekt
      Gegeven Luc is in KIOSK binnen namens "Gemeente Kapeldorp"
      Als Luc de contactgegevens bewaart zonder <gegeven>
      Dan weigert KIOSK dat omdat er iets niet klopt
      En staat wat Luc wel typte nog op het scherm

      Voorbeelden:
        | gegeven        |
        | e-mailadres    |
        | telefoonnummer |

  @W32
  Regel: Eén correspondentieadres kan worden toegevoegd, gewijzigd en weer verwijderd.

    Scenario: Een eerste adres
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els een correspondentieadres toevoegt
      Dan staat dat ene adres bij de contactgegevens die Els ziet

    Scenario: Een ander adres komt in de plaats
      Gegeven Els heeft voor "Theater De Kade" een correspondentieadres toegevoegd
      Als Els het correspondentieadres wijzigt
      Dan staat het nieuwe adres er en het vorige niet meer

    Scenario: Het adres verwijderen
      Gegeven Els heeft voor "Theater De Kade" een correspondentieadres toegevoegd
      Als Els het correspondentieadres verwijdert
      Dan staat er voor Els geen correspondentieadres meer

    Scenario: Een half adres
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els een correspondentieadres zonder gemeente toevoegt
      Dan weigert KIOSK dat omdat er iets niet klopt
