# language: nl
Functionaliteit: Aanmelden namens
  Wie zich aanmeldt, handelt voor zichzelf of voor een organisatie, nooit voor beide tegelijk.
  Het toegangsbeheer biedt alleen aan wat mag, en zegt waarom de rest er niet bij staat.

  Bron: webinar, antwoord124, stappen

  @W17 @A03
  Regel: Alleen wie men vertegenwoordigt, wordt aangeboden op de keuzepagina.

    Scenario: De bestuurder kiest tussen zichzelf en zijn organisatie
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich met eID bij KIOSK bekendmaakt
      Dan wordt "Theater De Kade" aangeboden aan Jan
      En wordt Jan zelf aangeboden
      Maar wordt "Boekhoudkantoor Cijferwijs" niet aangeboden aan Jan

    Abstract Scenario: Wie niemand vertegenwoordigt, kan alleen voor zichzelf kiezen
      Gegeven <persoon> heeft eID geactiveerd
      Als <persoon> zich met eID bij KIOSK bekendmaakt
      Dan wordt <persoon> zelf aangeboden
      Maar wordt geen organisatie aangeboden aan <persoon>

      Voorbeelden:
        | persoon |
        | Dirk    |
        | Piet    |
        | Tom     |

    Scenario: De bestuurder van twee organisaties kan uit beide kiezen
      Gegeven Jan is bestuurder van "Scholengroep De Linde"
      Als Jan zich met eID bij KIOSK bekendmaakt
      Dan wordt "Theater De Kade" aangeboden aan Jan
      En wordt "Scholengroep De Linde" aangeboden aan Jan
      Maar wordt "Studio Stilte" niet aangeboden aan Jan

  @W17
  Regel: Wie rechtstreeks om een organisatie vraagt, krijgt ze alleen als ze ook aangeboden wordt.

    Scenario: Gericht aanmelden slaat de keuze over
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich met eID gericht aanmeldt voor "Theater De Kade"
      Dan krijgt Jan toegang tot KIOSK namens "Theater De Kade"

    Scenario: Gericht aanmelden opent geen andere organisatie
      Gegeven Tom heeft geen functie bij "Theater De Kade"
      Als Tom zich met eID gericht aanmeldt voor "Theater De Kade"
      Dan wordt Tom geweigerd omdat hij geen functie in de organisatie heeft

  @S01
  Regel: Wie zich als zichzelf aanmeldt, ziet alles van zichzelf en niets van een organisatie.

    Scenario: De kunstenaar ziet haar eigen dossiers
      Gegeven Noor heeft eID geactiveerd
      Als Noor zich met eID aanmeldt als zichzelf
      Dan ziet Noor haar eigen dossiers
      Maar ziet Noor geen dossiers van "Atelier Noorderlicht"

    Scenario: De bestuurder ziet als zichzelf niets van zijn organisatie
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich met eID aanmeldt als zichzelf
      Dan ziet Jan geen dossiers van "Theater De Kade"

    Scenario: Namens de organisatie zijn haar dossiers te zien
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan zich met eID aanmeldt namens "Theater De Kade"
      Dan ziet Jan de dossiers van "Theater De Kade"
      Maar ziet Jan geen dossiers van "Boekhoudkantoor Cijferwijs"
