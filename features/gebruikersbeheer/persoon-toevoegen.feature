# language: nl
@zonder-paginas
Functionaliteit: Een persoon toevoegen
  Een recht dat aan de verkeerde naamgenoot hangt, opent dossiers voor een onbekende.
  Daarom begint IDM met een nummer, en haalt het de rest zelf op.

  Bron: stappen, kmop

  @K02 @K08 @S09
  Regel: Een persoon toevoegen vraagt zijn rijksregisternummer of BIS-nummer en niets anders.

    Scenario: Met een rijksregisternummer
      Gegeven Tom is niet toegevoegd in IDM
      Als Jan in IDM Tom toevoegt voor "Theater De Kade"
      Dan toont IDM wat het Rijksregister over Tom weet
      En staat "Bron: VKBP" bij de gegevens van Tom

    Scenario: Met een BIS-nummer
      Gegeven Hugo is niet toegevoegd in IDM
      Als Sophie in IDM Hugo toevoegt voor "Brightwater Training Ltd"
      Dan toont IDM wat het Rijksregister over Hugo weet
      En staat "Bron: VKBP" bij de gegevens van Hugo

    Scenario: Zonder nummer gaat het niet
      Gegeven Tom is niet toegevoegd in IDM
      Als Jan in IDM iemand zonder nummer toevoegt voor "Theater De Kade"
      Dan weigert IDM dat omdat het nummer ontbreekt

    Scenario: Het controlegetal verraadt een tikfout
      Gegeven Tom is niet toegevoegd in IDM
      Als Jan in IDM Tom met een tikfout in het nummer toevoegt voor "Theater De Kade"
      Dan weigert IDM dat omdat er een tikfout in het nummer staat
      En is Tom in IDM niet toegevoegd

    Scenario: Het nummer is van niemand
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan in IDM iemand met een onbekend nummer toevoegt voor "Theater De Kade"
      Dan weigert IDM dat omdat niemand dat nummer heeft

    Scenario: Het nummer is van een overledene
      Gegeven Dora is overleden
      Als Jan in IDM Dora toevoegt voor "Theater De Kade"
      Dan weigert IDM dat omdat de persoon overleden is
      En is Dora in IDM niet toegevoegd

  @K08
  Regel: De gegevens uit het Rijksregister kunnen opnieuw opgehaald worden door wie de persoon beheert.

    Scenario: Na het herladen staat de nieuwe naam er
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      En de naam van Tom is gewijzigd in het Rijksregister
      Als Jan in IDM de gegevens van Tom bij "Theater De Kade" herlaadt
      Dan toont IDM de nieuwe naam van Tom

    Scenario: Zonder herladen blijft de oude naam staan
      Gegeven Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      En de naam van Tom is gewijzigd in het Rijksregister
      Als Jan in IDM de gegevens van Tom bij "Theater De Kade" opent
      Dan toont IDM de nieuwe naam van Tom niet

    Scenario: Een persoon van een andere organisatie is niet te zien
      Gegeven Ria heeft een werkrelatie met "Leerpunt"
      Als Jan in IDM de gegevens van Ria bij "Theater De Kade" opent
      Dan weigert IDM dat omdat de persoon er niet toegevoegd is

  @K09
  Regel: Wie toegevoegd is, kan pas gekoppeld worden als zijn status "Actief" is.

    Scenario: Meteen na het toevoegen wacht de persoon
      Gegeven wie toegevoegd wordt in IDM, blijft "In afwachting"
      Als Jan in IDM Tom toevoegt voor "Theater De Kade"
      Dan is de status van Tom "In afwachting"

    Scenario: Wie nog wacht, wordt niet gekoppeld
      Gegeven wie toegevoegd wordt in IDM, blijft "In afwachting"
      En Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      Als Jan in IDM Tom aan "Theater De Kade" koppelt
      Dan weigert IDM dat omdat de persoon nog niet "Actief" is
      En heeft Tom geen werkrelatie met "Theater De Kade"

    Scenario: Daarna is de persoon actief
      Gegeven wie toegevoegd wordt in IDM, blijft "In afwachting"
      En Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      En Tom is in IDM "Actief" geworden
      Als Jan in IDM de gegevens van Tom bij "Theater De Kade" opent
      Dan is de status van Tom "Actief"

    Scenario: Zodra de status verandert, lukt het wel
      Gegeven wie toegevoegd wordt in IDM, blijft "In afwachting"
      En Jan heeft in IDM Tom toegevoegd voor "Theater De Kade"
      En Tom is in IDM "Actief" geworden
      Als Jan in IDM Tom aan "Theater De Kade" koppelt
      Dan heeft Tom een werkrelatie met "Theater De Kade" tot en met over tien jaar

  @K20
  Regel: IDM toont de geschiedenis van een persoon aan wie hem beheert.

    Scenario: De geschiedenis zegt wie wat deed
      Gegeven Jan heeft in IDM Tom aan "Theater De Kade" gekoppeld
      En Fatima heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend
      Als Jan in IDM de geschiedenis van Tom bij "Theater De Kade" opent
      Dan vertelt de geschiedenis dat Jan Tom gekoppeld heeft
      En vertelt de geschiedenis dat Fatima Tom een recht toegekend heeft

    Scenario: Ook een intrekking blijft te lezen
      Gegeven Jan heeft in IDM het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" ingetrokken
      Als Fatima in IDM de geschiedenis van Els bij "Theater De Kade" opent
      Dan vertelt de geschiedenis dat Jan Els een recht afgenomen heeft

    Scenario: Wat elders gebeurt, blijft daar
      Gegeven Jan heeft in IDM Tom aan "Theater De Kade" gekoppeld
      En Karel heeft in IDM Tom toegevoegd voor "Boekhoudkantoor Cijferwijs"
      Als Karel in IDM de geschiedenis van Tom bij "Boekhoudkantoor Cijferwijs" opent
      Dan vertelt de geschiedenis dat Karel Tom toegevoegd heeft
      Maar vertelt de geschiedenis niets over Jan

    Scenario: Van wie men niet beheert, is er niets te lezen
      Gegeven Jan heeft in IDM Tom aan "Theater De Kade" gekoppeld
      Als Karel in IDM de geschiedenis van Tom bij "Boekhoudkantoor Cijferwijs" opent
      Dan weigert IDM dat omdat de persoon er niet toegevoegd is
