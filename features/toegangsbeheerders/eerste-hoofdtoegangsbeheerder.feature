# language: nl
Functionaliteit: De eerste hoofdtoegangsbeheerder
  Wie een organisatie vertegenwoordigt, heeft zelden tijd om ook haar toegangen te beheren.
  In BTB legt hij dat beheer bij iemand die hij vertrouwt, of neemt hij het zelf op.

  Bron: stappen, buitenland, kmop

  @S06 @B07
  Regel: Alleen een wettelijk vertegenwoordiger registreert de onderneming in BTB en stelt er haar hoofdtoegangsbeheerder aan.

    Scenario: De zaakvoerder stelt een medewerker aan
      Gegeven voor "Boekhoudkantoor Cijferwijs" is in BTB nog niemand aangesteld
      Als Karel in BTB Lotte aanstelt als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Dan staat "Boekhoudkantoor Cijferwijs" geregistreerd in BTB
      En wacht de aanstelling van Lotte als hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: De bestuurder van de buitenlandse onderneming stelt zichzelf aan
      Gegeven voor "Brightwater Training Ltd" is in BTB nog niemand aangesteld
      Als Sophie in BTB zichzelf aanstelt als hoofdtoegangsbeheerder van "Brightwater Training Ltd"
      Dan staat "Brightwater Training Ltd" geregistreerd in BTB
      En wacht de aanstelling van Sophie als hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: Een medewerker kan niemand aanstellen
      Gegeven voor "Boekhoudkantoor Cijferwijs" is in BTB nog niemand aangesteld
      Als Bram in BTB Lotte aanstelt als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Dan weigert BTB dat omdat een functie in de onderneming ontbreekt
      En is Lotte in BTB niet aangesteld als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"

    Abstract Scenario: Niet elke functie geeft die macht
      Gegeven Tom is <functie> van "Scholengroep De Linde"
      Als Tom in BTB Bart aanstelt als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Dan weigert BTB dat omdat de functie de onderneming niet vertegenwoordigt

      Voorbeelden:
        | functie     |
        | commissaris |
        | oprichter   |

  @S06 @B07
  Regel: De functie van wie aanstelt, geldt vandaag, van haar eerste dag tot en met haar laatste.

    Scenario: Op de laatste dag van de functie kan aanstellen nog
      Gegeven de functie van An bij "Scholengroep De Linde" eindigt vandaag
      Als An in BTB Bart aanstelt als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Dan wacht de aanstelling van Bart als hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: De voormalige bestuurder stelt niemand meer aan
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als Dirk in BTB Tom aanstelt als hoofdtoegangsbeheerder van "Theater De Kade"
      Dan weigert BTB dat omdat de functie beëindigd is
      En blijft Fatima hoofdtoegangsbeheerder van "Theater De Kade"

    Scenario: De nieuwe bestuurder wacht tot haar functie begint
      Gegeven de functie van An bij "Scholengroep De Linde" begint morgen
      Als An in BTB Bart aanstelt als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Dan weigert BTB dat omdat de functie nog niet begonnen is

  @S06 @B07
  Regel: Voor een onderneming die stopgezet is of niet in de KBO staat, wordt niemand aangesteld.

    Scenario: Voor de stopgezette vereniging is er niets meer te beheren
      Gegeven Piet is bestuurder van "Studio Stilte"
      Als Piet in BTB zichzelf aanstelt als hoofdtoegangsbeheerder van "Studio Stilte"
      Dan weigert BTB dat omdat de onderneming stopgezet is

    Scenario: De dag voor de stopzetting kan aanstellen nog
      Gegeven "Scholengroep De Linde" wordt morgen stopgezet
      Als An in BTB Bart aanstelt als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Dan wacht de aanstelling van Bart als hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: De dag van de stopzetting zelf kan aanstellen niet meer
      Gegeven "Scholengroep De Linde" wordt vandaag stopgezet
      Als An in BTB Bart aanstelt als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Dan weigert BTB dat omdat de onderneming stopgezet is

    Scenario: De onderneming staat nog niet in de KBO
      Gegeven "Brightwater Training Ltd" staat niet in de KBO
      Als Sophie in BTB zichzelf aanstelt als hoofdtoegangsbeheerder van "Brightwater Training Ltd"
      Dan weigert BTB dat omdat de onderneming niet in de KBO staat

  @S06 @B07
  Regel: Wie aangesteld wordt, leeft en draagt de naam die bij het opgegeven nummer hoort.

    Scenario: Iemand met een BIS-nummer kan aangesteld worden
      Gegeven voor "Brightwater Training Ltd" is in BTB nog niemand aangesteld
      Als Sophie in BTB Hugo aanstelt als hoofdtoegangsbeheerder van "Brightwater Training Ltd"
      Dan wacht de aanstelling van Hugo als hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: Een overledene kan niet aangesteld worden
      Gegeven Dora is overleden
      Als Karel in BTB Dora aanstelt als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Dan weigert BTB dat omdat de aangestelde overleden is

    Scenario: De naam hoort bij iemand anders
      Gegeven voor "Boekhoudkantoor Cijferwijs" is in BTB nog niemand aangesteld
      Als Karel in BTB Lotte onder de naam van Bram aanstelt als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Dan weigert BTB dat omdat de naam niet bij het nummer past
      En is Lotte in BTB niet aangesteld als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"

  @S06 @K05
  Regel: Een aanstelling is pas actief nadat de aangestelde zich een eerste keer aanmeldt.

    Scenario: De aangestelde meldt zich aan
      Gegeven Karel heeft in BTB Lotte aangesteld als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Als Lotte zich een eerste keer bij BTB aanmeldt voor "Boekhoudkantoor Cijferwijs"
      Dan is de aanstelling van Lotte als hoofdtoegangsbeheerder actief

    Scenario: Een aanmelding bij een e-loket telt ook als eerste aanmelding
      Gegeven Karel heeft in BTB Lotte aangesteld als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Als Lotte zich met itsme aanmeldt als zichzelf
      Dan is Lotte in BTB hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"

    Scenario: Wie zichzelf aanstelt, meldt zich daarna opnieuw aan
      Gegeven An heeft in BTB zichzelf aangesteld als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Als An zich een eerste keer bij BTB aanmeldt voor "Scholengroep De Linde"
      Dan is de aanstelling van An als hoofdtoegangsbeheerder actief

    Scenario: Zonder nieuwe aanmelding stelt wie zelf nog wacht, niemand aan
      Gegeven An heeft in BTB zichzelf aangesteld als hoofdtoegangsbeheerder van "Scholengroep De Linde"
      Als An in BTB Bart aanstelt als toegangsbeheerder voor economie van "Scholengroep De Linde"
      Dan weigert BTB dat omdat de eigen aanstelling nog op de eerste aanmelding wacht
      En is Bart in BTB niet aangesteld als toegangsbeheerder voor economie van "Scholengroep De Linde"

  @S06
  Regel: De hoofdtoegangsbeheerder vervangen vraagt een bevestiging.

    Scenario: Zonder bevestiging verandert er niets
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Jan in BTB Tom aanstelt als hoofdtoegangsbeheerder van "Theater De Kade"
      Dan vraagt BTB te bevestigen dat Fatima vervangen wordt
      En blijft Fatima hoofdtoegangsbeheerder van "Theater De Kade"
      Maar is Tom in BTB niet aangesteld als hoofdtoegangsbeheerder van "Theater De Kade"

    Scenario: Na bevestiging is de vorige het meteen kwijt
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Jan in BTB na bevestiging Tom aanstelt als hoofdtoegangsbeheerder van "Theater De Kade"
      Dan wacht de aanstelling van Tom als hoofdtoegangsbeheerder op de eerste aanmelding
      Maar is Fatima in BTB niet aangesteld als hoofdtoegangsbeheerder van "Theater De Kade"

    Scenario: Wie het al is, kan het geen tweede keer worden
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Jan in BTB Fatima aanstelt als hoofdtoegangsbeheerder van "Theater De Kade"
      Dan weigert BTB dat omdat de aangestelde die taak al heeft

  @S06
  Regel: Alleen een wettelijk vertegenwoordiger beëindigt de aanstelling van de hoofdtoegangsbeheerder.

    Scenario: De bestuurder beëindigt de aanstelling
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Jan in BTB de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" beëindigt
      Dan is Fatima in BTB niet aangesteld als hoofdtoegangsbeheerder van "Theater De Kade"

    Scenario: Een mede-hoofdtoegangsbeheerder kan de eerste niet opzijzetten
      Gegeven Tom is mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Als Tom in BTB de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" beëindigt
      Dan weigert BTB dat omdat die aanstelling beëindigen een ander toekomt
      En blijft Fatima hoofdtoegangsbeheerder van "Theater De Kade"
