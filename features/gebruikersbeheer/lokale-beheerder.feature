# language: nl
@zonder-paginas
Functionaliteit: De lokale beheerder
  Een recht is zoveel waard als de zekerheid dat de juiste persoon het gaf.
  IDM gaat daarom bij elke stap na of wie toekent, de organisatie op dat moment beheert.

  Bron: antwoord124, stappen, buitenland, kmop

  @S05 @A04 @K04
  Regel: Alleen een lokale beheerder van de organisatie kent er rechten toe.

    Scenario: De bestuurder geeft een ander toegang
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"

    Scenario: De hoofdtoegangsbeheerder geeft een ander toegang
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Fatima in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager"

    Scenario: De algemeen directeur van het lokaal bestuur geeft een ander toegang
      Gegeven Tom heeft een werkrelatie met "Gemeente Kapeldorp"
      Als Luc in IDM het recht "KIOSK Aanvrager" bij "Gemeente Kapeldorp" aan Tom toekent
      Dan heeft Tom bij "Gemeente Kapeldorp" het recht "KIOSK Aanvrager"

    Scenario: Wat de ene beheerder toekent, kan de andere intrekken
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      En Jan heeft in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toegekend
      Als Fatima in IDM het recht "KIOSK Aanvrager" van Tom bij "Theater De Kade" intrekt
      Dan is het recht "KIOSK Aanvrager" van Tom ingetrokken

    Scenario: Een medewerker met een recht deelt het niet uit
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Els in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat alleen een lokale beheerder dat mag
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" niet

    Scenario: De beheerder van een andere organisatie komt er niet aan
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Karel in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat een ander die organisatie beheert
      En heeft Tom bij "Theater De Kade" het recht "KIOSK Aanvrager" niet

    Scenario: De voormalige bestuurder beheert niets meer
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als Dirk in IDM voor "Theater De Kade" wil werken
      Dan weigert IDM dat omdat de functie vandaag niet geldt

    Scenario: Op de laatste dag van zijn functie beheert een bestuurder nog
      Gegeven de functie van Dirk bij "Theater De Kade" eindigt vandaag
      Als Dirk in IDM voor "Theater De Kade" wil werken
      Dan werkt Dirk in IDM voor "Theater De Kade"

    Scenario: Een stopgezette organisatie heeft niets meer te beheren
      Gegeven Piet is bestuurder van "Studio Stilte"
      Als Piet in IDM voor "Studio Stilte" wil werken
      Dan weigert IDM dat omdat de organisatie stopgezet is

  @K05
  Regel: Wie in BTB aangesteld is, beheert ook in IDM zolang die aanstelling geldt.

    Scenario: De nieuwe hoofdtoegangsbeheerder kan meteen aan de slag
      Gegeven Karel heeft in BTB Bram aangesteld als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Als Bram zich een eerste keer bij BTB aanmeldt voor "Boekhoudkantoor Cijferwijs"
      Dan kan Bram in IDM voor "Boekhoudkantoor Cijferwijs" werken

    Scenario: Zolang de aanstelling op een eerste aanmelding wacht, opent ze niets
      Gegeven Bram is al aangemeld bij IDM
      En Karel heeft in BTB Bram aangesteld als hoofdtoegangsbeheerder van "Boekhoudkantoor Cijferwijs"
      Als Bram in IDM voor "Boekhoudkantoor Cijferwijs" wil werken
      Dan weigert IDM dat omdat de aanstelling nog op de eerste aanmelding wacht

    Scenario: Wie niet aangesteld is, beheert niets
      Gegeven voor "Boekhoudkantoor Cijferwijs" is in BTB nog niemand aangesteld
      Als Bram in IDM voor "Boekhoudkantoor Cijferwijs" wil werken
      Dan weigert IDM dat omdat alleen een lokale beheerder dat mag

    Scenario: Op de laatste dag van de aanstelling gaat het nog
      Gegeven de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" eindigt vandaag
      Als Fatima in IDM voor "Theater De Kade" wil werken
      Dan werkt Fatima in IDM voor "Theater De Kade"

    Scenario: Een dag na de aanstelling gaat het niet meer
      Gegeven de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" is gisteren geëindigd
      Als Fatima in IDM voor "Theater De Kade" wil werken
      Dan weigert IDM dat omdat de aanstelling vandaag niet geldt

  @K07
  Regel: IDM laat kiezen uit alle organisaties die men beheert, en uit geen andere.

    Scenario: De bestuurder van twee organisaties kiest uit beide
      Gegeven Jan is bestuurder van "Scholengroep De Linde"
      Als Jan in IDM een organisatie wil kiezen
      Dan wordt "Theater De Kade" aangeboden aan Jan
      En wordt "Scholengroep De Linde" aangeboden aan Jan
      Maar wordt "Boekhoudkantoor Cijferwijs" niet aangeboden aan Jan

    Scenario: Een medewerker die niets beheert, heeft niets te kiezen
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els in IDM een organisatie wil kiezen
      Dan wordt geen organisatie aangeboden aan Els

  @B09 @K06
  Regel: Een recht wordt toegekend door de hoofdtoegangsbeheerder of de toegangsbeheerder van het domein, ook aan zichzelf.

    Scenario: De hoofdtoegangsbeheerder kent het recht aan zichzelf toe
      Gegeven Sophie is hoofdtoegangsbeheerder van "Brightwater Training Ltd"
      En Sophie heeft een werkrelatie met "Brightwater Training Ltd"
      Als Sophie in IDM het recht "VLAIO Inkom Gebruiker Nieuw" bij "Brightwater Training Ltd" aan zichzelf toekent
      Dan heeft Sophie bij "Brightwater Training Ltd" het recht "VLAIO Inkom Gebruiker Nieuw"
      En hoort bij het recht "VLAIO Inkom Gebruiker Nieuw" het profiel "dienstverlener"

    Scenario: De toegangsbeheerder van het domein kent het recht toe
      Gegeven Tom is toegangsbeheerder voor economie van "Leerpunt"
      En Bram heeft een werkrelatie met "Leerpunt"
      Als Tom in IDM het recht "VLAIO Inkom Gebruiker Nieuw" bij "Leerpunt" aan Bram toekent
      Dan heeft Bram bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw"

    Scenario: De toegangsbeheerder van het domein kent het recht aan zichzelf toe
      Gegeven Tom is toegangsbeheerder voor economie van "Leerpunt"
      En Tom heeft een werkrelatie met "Leerpunt"
      Als Tom in IDM het recht "VLAIO Inkom Gebruiker Nieuw" bij "Leerpunt" aan zichzelf toekent
      Dan heeft Tom bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw"

    Scenario: De toegangsbeheerder van een ander domein komt er niet aan
      Gegeven Tom is toegangsbeheerder voor mobiliteit van "Leerpunt"
      En Bram heeft een werkrelatie met "Leerpunt"
      Als Tom in IDM het recht "VLAIO Inkom Gebruiker Nieuw" bij "Leerpunt" aan Bram toekent
      Dan weigert IDM dat omdat het recht bij een ander domein hoort
      En heeft Bram bij "Leerpunt" het recht "VLAIO Inkom Gebruiker Nieuw" niet

    Scenario: De toegangsbeheerder van alle domeinen kent elk van die rechten toe
      Gegeven Tom is toegangsbeheerder voor alle domeinen van "Theater De Kade"
      En Bram heeft een werkrelatie met "Theater De Kade"
      Als Tom in IDM het recht "KIOSK Aanvrager" bij "Theater De Kade" aan Bram toekent
      Dan heeft Bram bij "Theater De Kade" het recht "KIOSK Aanvrager"

  @K19
  Regel: "Hoofd Lokale beheerder" is zelf een recht dat met zijn begin- en einddatum komt en gaat.

    Scenario: De bestuurder maakt een medewerker tot hoofd
      Gegeven Tom heeft een werkrelatie met "Theater De Kade"
      Als Jan in IDM het recht "Hoofd Lokale beheerder" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "Hoofd Lokale beheerder" tot en met over vier jaar
      En kan Tom in IDM voor "Theater De Kade" werken

    Scenario: De laatste dag van dat recht telt nog mee
      Gegeven het recht "Hoofd Lokale beheerder" van Els bij "Theater De Kade" eindigt vandaag
      Als Els in IDM een organisatie wil kiezen
      Dan wordt "Theater De Kade" aangeboden aan Els

    Scenario: De dag erna beheert men niets meer
      Gegeven het recht "Hoofd Lokale beheerder" van Els bij "Theater De Kade" is gisteren verlopen
      Als Els in IDM een organisatie wil kiezen
      Dan wordt geen organisatie aangeboden aan Els

    Scenario: Voor de eerste dag van dat recht beheert men nog niets
      Gegeven het recht "Hoofd Lokale beheerder" van Els bij "Theater De Kade" begint morgen
      Als Els in IDM een organisatie wil kiezen
      Dan wordt geen organisatie aangeboden aan Els

    Scenario: Wie dat recht afgenomen wordt, beheert meteen niets meer
      Gegeven het recht "Hoofd Lokale beheerder" van Els bij "Theater De Kade" is vandaag ingetrokken
      Als Els in IDM een organisatie wil kiezen
      Dan wordt geen organisatie aangeboden aan Els

    Scenario: Een hoofd maakt wel een lokale beheerder
      Gegeven Els heeft bij "Theater De Kade" het recht "Hoofd Lokale beheerder"
      En Tom heeft een werkrelatie met "Theater De Kade"
      Als Els in IDM het recht "Lokale beheerder" bij "Theater De Kade" aan Tom toekent
      Dan heeft Tom bij "Theater De Kade" het recht "Lokale beheerder"

    Scenario: Een hoofd maakt geen tweede hoofd
      Gegeven Els heeft bij "Theater De Kade" het recht "Hoofd Lokale beheerder"
      En Tom heeft een werkrelatie met "Theater De Kade"
      Als Els in IDM het recht "Hoofd Lokale beheerder" bij "Theater De Kade" aan Tom toekent
      Dan weigert IDM dat omdat dat recht door een ander toegekend wordt
      En heeft Tom bij "Theater De Kade" het recht "Hoofd Lokale beheerder" niet
