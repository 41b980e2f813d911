# language: nl
@zonder-paginas
Functionaliteit: Het federale rollenbeheer
  Wie de toegangen van een organisatie beheert, doet dat bij twee overheden, elk met een eigen gereedschap.
  De hoofdtoegangsbeheerder kan beide aan, maar wat hij bij de ene geeft, opent niets bij de andere.

  Bron: stappen

  @S07
  Regel: De hoofdtoegangsbeheerder kent toe in het federale rollenbeheer en in IDM.

    Scenario: De hoofdtoegangsbeheerder geeft een federale rol
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Fatima in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" aan Tom toekent
      Dan heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatgever"

    Scenario: Dezelfde persoon geeft ook een recht in IDM
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Fatima heeft in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" aan Tom toegekend
      Als Fatima in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"
      En heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatgever"

    Scenario: De hoofdtoegangsbeheerder geeft zichzelf een federale rol
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Fatima in het federale rollenbeheer "FODFin mandaatuitvoerder" voor "Theater De Kade" aan zichzelf toekent
      Dan heeft Fatima voor "Theater De Kade" de federale rol "FODFin mandaatuitvoerder"

    Scenario: De bestuurder is er hoofdtoegangsbeheerder zonder aanstelling
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" aan Tom toekent
      Dan heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatgever"

    Scenario: Een medewerker met een recht in IDM kent geen federale rol toe
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" aan Tom toekent
      Dan weigert het federale rollenbeheer dat omdat een ander de rollen van die onderneming beheert
      En heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatgever" niet

    Scenario: De voormalige bestuurder kent niets meer toe
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als Dirk in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" aan zichzelf toekent
      Dan weigert het federale rollenbeheer dat omdat een ander de rollen van die onderneming beheert

    Scenario: De aanstelling van de hoofdtoegangsbeheerder is gisteren geëindigd
      Gegeven de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" is gisteren geëindigd
      Als Fatima in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" aan Tom toekent
      Dan weigert het federale rollenbeheer dat omdat de eigen aanstelling niet meer geldt

  @S07
  Regel: Een toegangsbeheerder kent alleen de federale rollen van zijn domein toe.

    Scenario: De toegangsbeheerder voor financiën geeft een rol van financiën
      Gegeven Bart is toegangsbeheerder voor financiën van "Theater De Kade"
      Als Bart in het federale rollenbeheer "FODFin mandaatnemer" voor "Theater De Kade" aan Tom toekent
      Dan heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatnemer"

    Scenario: De toegangsbeheerder voor mobiliteit blijft van financiën af
      Gegeven Bart is toegangsbeheerder voor mobiliteit van "Theater De Kade"
      Als Bart in het federale rollenbeheer "FODFin mandaatnemer" voor "Theater De Kade" aan Tom toekent
      Dan weigert het federale rollenbeheer dat omdat de rol bij een ander domein hoort
      En heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatnemer" niet

  @S07
  Regel: Wie een federale rol kan toekennen, kan ze ook intrekken.

    Scenario: De bestuurder trekt in wat toegekend was
      Gegeven Tom heeft voor "Theater De Kade" de federale rol "FODFin mandaatgever"
      Als Jan in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" van Tom intrekt
      Dan heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatgever" niet

    Scenario: Wie de rol heeft, beheert ze daarom nog niet
      Gegeven Tom heeft voor "Theater De Kade" de federale rol "FODFin mandaatgever"
      Als Tom in het federale rollenbeheer "FODFin mandaatgever" voor "Theater De Kade" van Tom intrekt
      Dan weigert het federale rollenbeheer dat omdat een ander de rollen van die onderneming beheert
      En heeft Tom voor "Theater De Kade" de federale rol "FODFin mandaatgever"

  @S07
  Regel: Een federale rol opent geen Vlaams e-loket.

    Scenario: De pagina waarop men toekent, zegt het
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Fatima in het federale rollenbeheer een rol voor "Theater De Kade" wil toekennen
      Dan zegt het federale rollenbeheer dat een federale rol geen e-loket opent

    Scenario: KIOSK kijkt niet naar federale rollen
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Tom heeft voor "Theater De Kade" de federale rol "FODFin mandaatgever"
      Als Tom zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Tom geweigerd omdat het recht van het e-loket ontbreekt
