# language: nl
@zonder-paginas
Functionaliteit: De berichten over een dossier
  Wie van fase verandert of van rekeningnummer, moet dat weten, en een bericht op een verlaten adres leest niemand.
  Daarom volgt elk bericht het e-mailadres dat het dossier op dat moment heeft.

  Bron: webinar

  @W28
  Regel: Elk gewoon bericht gaat naar het e-mailadres dat het dossier op dat moment heeft.

    Scenario: Zonder keuze is dat het adres van de aanvrager
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als de administratie het dossier van "Theater De Kade" naar de adviesfase brengt
      Dan krijgt de aanvrager daarover een bericht

    Scenario: Na een wijziging komt het volgende bericht op het nieuwe adres
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      En Jan heeft als e-mailadres van het dossier dat van Els gekozen
      Als de administratie het dossier van "Theater De Kade" naar de adviesfase brengt
      Dan krijgt Els daarover een bericht
      Maar krijgt de aanvrager er geen

    Scenario: De nieuwe ontvanger hoort van de wijziging zelf
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      Als Jan als e-mailadres van het dossier dat van Els kiest
      Dan krijgt Els daarover een bericht
      Maar krijgt de aanvrager er geen

    Scenario: Een ander rekeningnummer blijft niet ongemerkt
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els een ander rekeningnummer voor het dossier opgeeft
      Dan krijgt de aanvrager daarover een bericht
      Maar staat in dat bericht geen rekeningnummer

    Scenario: Een buitenstaander als ontvanger
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      Als Jan als e-mailadres van het dossier dat van Tom kiest
      Dan weigert KIOSK dat omdat die niet in de lijst staat
      En wordt er over het dossier geen bericht verstuurd
