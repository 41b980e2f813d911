# language: nl
@zonder-paginas
Functionaliteit: Een nummer voor de persoon en een nummer voor de onderneming
  Wie niet in België woont, bestaat voor de overheid pas met een nummer, en zijn onderneming ook.
  Zonder die twee is er niemand om een recht aan te geven.

  Bron: buitenland

  @B03 @B04
  Regel: Ieder vraagt aan een loket een eigen BIS-nummer, dat één persoon aanwijst.

    Scenario: Wie nog geen nummer heeft, krijgt er een met een brief
      Gegeven Hugo heeft nog geen nummer
      Als Hugo aan het registratiekantoor een BIS-nummer vraagt
      Dan krijgt Hugo een BIS-nummer
      En krijgt Hugo een brief met een activeringscode

    Scenario: Wie opnieuw vraagt, hoort het nummer dat hij heeft
      Gegeven Hugo heeft een BIS-nummer
      Als Hugo aan het registratiekantoor een BIS-nummer vraagt
      Dan hoort Hugo welk nummer hij al heeft
      Maar krijgt Hugo geen brief

    Scenario: Met het paspoort van een ander
      Gegeven Sophie heeft haar paspoort aan het registratiekantoor getoond
      Als Hugo met het paspoort van Sophie een BIS-nummer vraagt
      Dan weigert het registratiekantoor dat omdat het document van een ander is

    Scenario: Met een vervallen paspoort
      Gegeven Hugo heeft nog geen nummer
      Als Hugo met een vervallen paspoort een BIS-nummer vraagt
      Dan weigert het registratiekantoor dat omdat het document vervallen is

    Scenario: Wie een rijksregisternummer heeft, krijgt er geen bij
      Gegeven Tom heeft itsme geactiveerd
      Als Tom aan het registratiekantoor een BIS-nummer vraagt
      Dan weigert het registratiekantoor dat omdat er een rijksregisternummer is

  @B03
  Regel: Een nummer dat voor een ander plaats maakt, opent niets meer.

    Scenario: Het eerste van twee BIS-nummers
      Gegeven Sophie heeft een code via app geactiveerd
      Als het registratiekantoor het nummer van Sophie door een tweede BIS-nummer van haar vervangt
      Dan meldt Sophie zich met haar oude nummer niet meer aan

    Scenario: Het BIS-nummer van wie in België komt wonen
      Gegeven Sophie heeft een code via app geactiveerd
      Als Sophie een rijksregisternummer krijgt in de plaats van haar BIS-nummer
      Dan meldt Sophie zich met haar oude nummer niet meer aan

  @B01 @B02
  Regel: Een ondernemingsloket schrijft een buitenlandse onderneming in, samen met haar wettelijk vertegenwoordiger.

    Scenario: Met een vertegenwoordiger die een BIS-nummer heeft
      Gegeven Sophie heeft een BIS-nummer
      Als een ondernemingsloket een onderneming van Sophie inschrijft
      Dan heeft die onderneming een ondernemingsnummer
      En is Sophie haar wettelijk vertegenwoordiger

    Scenario: Met een vertegenwoordiger die nog geen nummer heeft
      Gegeven Hugo heeft nog geen nummer
      Als een ondernemingsloket een onderneming van Hugo inschrijft
      Dan weigert het ondernemingsloket dat omdat niemand dat nummer heeft

    Scenario: Zonder vertegenwoordiger
      Gegeven Sophie heeft een BIS-nummer
      Als een ondernemingsloket een onderneming zonder vertegenwoordiger inschrijft
      Dan weigert het ondernemingsloket dat omdat de vertegenwoordiger ontbreekt

    Scenario: Een onderneming die er al staat
      Gegeven een ondernemingsloket heeft een onderneming van Sophie ingeschreven
      Als een ondernemingsloket een onderneming van Sophie inschrijft
      Dan hoort het ondernemingsloket welk nummer ze al heeft

  @B01
  Regel: Zonder nummer is er geen recht.

    Scenario: Wie geen BIS-nummer heeft, kan niet toegevoegd worden
      Gegeven Hugo heeft nog geen nummer
      Als Wim in IDM Hugo toevoegt voor "Leerpunt"
      Dan weigert IDM dat omdat niemand dat nummer heeft

    Scenario: Wie er een heeft, wel
      Gegeven Hugo heeft een BIS-nummer
      Als Wim in IDM Hugo toevoegt voor "Leerpunt"
      Dan is de status van Hugo "Actief"

  @B14
  Regel: Wie geweigerd wordt, leest waar er hulp is, ook uit het buitenland.

    Scenario: Aan het registratiekantoor
      Gegeven Hugo heeft nog geen nummer
      Als Hugo met een vervallen paspoort een BIS-nummer vraagt
      Dan weigert het registratiekantoor dat omdat het document vervallen is
      En leest Hugo het nummer van 1700, dat voor wie uit het buitenland belt en dat van BOSA

    Scenario: Aan het ondernemingsloket
      Gegeven Hugo heeft nog geen nummer
      Als een ondernemingsloket een onderneming van Hugo inschrijft
      Dan weigert het ondernemingsloket dat omdat niemand dat nummer heeft
      En leest Hugo het nummer van 1700, dat voor wie uit het buitenland belt en dat van BOSA
