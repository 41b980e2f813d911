# language: nl
@zonder-paginas
Functionaliteit: De sessie eindigt tijdens het invullen
  Wie lang over een formulier doet, in een ander tabblad afmeldt of zijn recht verliest, mag niet kwijt zijn wat er getypt is.
  Het wacht op die persoon, in die browser en voor die aanvrager, en op niemand anders.

  Bron: webinar

  @W29
  Regel: Wat iemand te laat verstuurt, staat na het opnieuw aanmelden nog op het scherm.

    Scenario: Afgemeld in een ander tabblad
      Gegeven Els heeft voor "Theater De Kade" het scherm met het rekeningnummer open
      En Els is in een ander tabblad afgemeld
      En Els heeft dat scherm te laat verstuurd
      Als Els zich opnieuw aanmeldt namens "Theater De Kade"
      Dan staat daar wat Els te laat verstuurde

    Scenario: De aanmelding is te oud
      Gegeven Els heeft voor "Theater De Kade" het scherm met het rekeningnummer open
      En de aanmelding van Els is intussen te oud
      En Els heeft dat scherm te laat verstuurd
      Als Els zich opnieuw aanmeldt namens "Theater De Kade"
      Dan staat daar wat Els te laat verstuurde

    Scenario: Het recht is intussen ingetrokken
      Gegeven Els heeft voor "Theater De Kade" het scherm met het rekeningnummer open
      En Jan heeft in IDM het recht "KIOSK Aanvrager" van Els bij "Theater De Kade" ingetrokken
      Als Els dat scherm met een ander rekeningnummer bewaart
      Dan weigert KIOSK dat omdat de sessie beëindigd is
      En zegt KIOSK dat wat Els typte op haar wacht

    Scenario: Iemand wijzigde het dossier voor het opnieuw aanmelden
      Gegeven Els heeft voor "Theater De Kade" te laat een ander rekeningnummer verstuurd
      En Jan heeft intussen voor "Theater De Kade" een ander rekeningnummer bewaard
      Als Els na het opnieuw aanmelden namens "Theater De Kade" verstuurt wat er nog staat
      Dan weigert KIOSK dat omdat iemand haar voor is
      En staan het bewaarde en het getypte rekeningnummer op het scherm

  @W01
  Regel: Wat wacht, is voor niemand anders te zien en wordt niet vanzelf bewaard.

    Scenario: Een collega meldt zich in dezelfde browser aan
      Gegeven Els heeft voor "Theater De Kade" te laat een ander rekeningnummer verstuurd
      Als Jan in de browser van Els het scherm met het rekeningnummer opent namens "Theater De Kade"
      Dan staat daar niets van wat Els te laat verstuurde

    Scenario: Na het opnieuw aanmelden is er niets gewijzigd
      Gegeven Els heeft voor "Theater De Kade" te laat een ander rekeningnummer verstuurd
      Als Els zich opnieuw aanmeldt namens "Theater De Kade"
      Dan staat daar wat Els te laat verstuurde
      En staat er bij het dossier geen rekeningnummer

    Scenario: Pas wie het nog eens verstuurt, bewaart het
      Gegeven Els heeft voor "Theater De Kade" te laat een ander rekeningnummer verstuurd
      Als Els na het opnieuw aanmelden namens "Theater De Kade" verstuurt wat er nog staat
      Dan staat dat rekeningnummer bij het dossier
