# language: nl
Functionaliteit: Een digitale sleutel activeren
  Wie alleen een eID heeft, staat stil zodra de kaart of de lezer ontbreekt.
  Daarom activeert men er best meerdere; de eID zelf heeft geen activering nodig.

  Bron: webinar, stappen

  @W03 @S03
  Regel: Een andere sleutel dan de eID opent pas iets nadat hij in "Mijn digitale sleutels" geactiveerd is.

    Scenario: Na het activeren werkt de app meteen
      Gegeven Olga heeft een code via app niet geactiveerd
      Als Olga met eID een code via app activeert
      Dan kan Olga zich met een code via app aanmelden als zichzelf

    Scenario: De eID werkt zonder activering
      Gegeven Olga heeft een code via app niet geactiveerd
      Als Olga zich met eID aanmeldt als zichzelf
      Dan krijgt Olga toegang tot KIOSK

    Scenario: Een tweede sleutel activeren raakt de eerste niet
      Gegeven Olga heeft een code via sms niet geactiveerd
      Als Olga met eID een code via sms activeert
      Dan kan Olga zich met eID aanmelden als zichzelf
      En kan Olga zich met een code via sms aanmelden als zichzelf
      Maar opent itsme nog niets voor Olga

    Scenario: Een sleutel die verwijderd is, opent niets meer
      Gegeven Jan heeft itsme geactiveerd
      Als Jan met eID zijn sleutel itsme verwijdert
      Dan opent itsme nog niets voor Jan

  @W02 @W03
  Regel: Een federaal token kan niet meer geactiveerd worden maar een bestaand token blijft bruikbaar.

    Scenario: Het token van vroeger werkt nog op de dag van de overstap
      Gegeven het is 27 april 2021
      Als Lena zich met het federale token aanmeldt als zichzelf
      Dan krijgt Lena toegang tot KIOSK

    Scenario: Een nieuw token is er niet meer
      Gegeven Tom heeft het federale token niet geactiveerd
      Als Tom "Mijn digitale sleutels" opent
      Dan kan Tom het federale token niet activeren

    Scenario: Een token dat twaalf maanden niet gebruikt is, werkt niet meer
      Gegeven Lena heeft het federale token meer dan een jaar niet gebruikt
      Als Lena zich met het federale token aanmeldt als zichzelf
      Dan wordt Lena geweigerd omdat het token te lang niet gebruikt is

    Scenario: Na 30 januari 2024 bestaat het federale token niet meer
      Gegeven Lena heeft het federale token gisteren nog gebruikt op 31 januari 2024
      Als Lena zich bij KIOSK wil aanmelden
      Dan kan Lena het federale token niet meer gebruiken
