# language: nl
@zonder-paginas
Functionaliteit: Een mandaat sluiten
  Een mandaat bindt twee partijen, en geen van beide kan de andere iets opleggen.
  Daarom werkt het pas als beide ondertekenen, en houdt het op zodra een van beide niet meer wil.

  Bron: webinar, antwoord124

  @W14 @W06 @A04
  Regel: Alleen wie de organisatie vertegenwoordigt of er het recht "SSM Mandaatbeheerder" heeft, sluit haar mandaten.

    Scenario: De mandaatbeheerder sluit een mandaat
      Gegeven Mieke heeft bij "Theater De Kade" het recht "SSM Mandaatbeheerder"
      Als Mieke in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan wacht dat mandaat op ondertekening

    Scenario: De bestuurder heeft dat recht niet nodig
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan wacht dat mandaat op ondertekening

    Scenario: Het recht van een e-loket volstaat niet
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan weigert SSM dat omdat het recht om mandaten te sluiten ontbreekt

    Scenario: Het recht om te sluiten is gisteren verlopen
      Gegeven het recht "SSM Mandaatbeheerder" van Mieke bij "Theater De Kade" is gisteren verlopen
      Als Mieke in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan weigert SSM dat omdat het recht om mandaten te sluiten niet geldt

    Scenario: De voormalige bestuurder sluit niets meer
      Gegeven de functie van Dirk bij "Theater De Kade" is gisteren geëindigd
      Als Dirk in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan weigert SSM dat omdat de functie beëindigd is

  @W14
  Regel: Een mandaat is pas actief als beide partijen het ondertekend hebben.

    Scenario: De andere partij ondertekent
      Gegeven Mieke heeft in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aangemaakt
      Als Wim dat mandaat ondertekent voor "Leerpunt"
      Dan is dat mandaat actief
      En kan Wim zich met eID bij KIOSK aanmelden namens "Theater De Kade"

    Scenario: Zolang de andere partij wacht, opent het niets
      Gegeven Mieke heeft in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aangemaakt
      Als Wim zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Wim geweigerd omdat het mandaat op ondertekening wacht

    Scenario: Wie voor de andere partij niets te zeggen heeft, ondertekent niet
      Gegeven Mieke heeft in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aangemaakt
      Als Ria dat mandaat ondertekent voor "Leerpunt"
      Dan weigert SSM dat omdat het recht om mandaten te sluiten ontbreekt

    Scenario: Twee keer ondertekenen kan niet
      Gegeven Mieke heeft in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aangemaakt
      Als Jan dat mandaat ondertekent voor "Theater De Kade"
      Dan weigert SSM dat omdat die partij al ondertekend heeft

  @W14
  Regel: Elke partij zet het mandaat stop zonder dat de andere ermee instemt.

    Scenario: De aanvrager zet het stop
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Jan dat mandaat stopzet voor "Theater De Kade"
      Dan is dat mandaat stopgezet

    Scenario: De dienstverlener zet het stop
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Karel dat mandaat stopzet voor "Boekhoudkantoor Cijferwijs"
      Dan is dat mandaat stopgezet

    Scenario: Een buitenstaander zet niets stop
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Tom dat mandaat stopzet voor "Theater De Kade"
      Dan weigert SSM dat omdat hij niets met de organisatie te maken heeft

  @W14
  Regel: Een mandaat heeft twee verschillende partijen, en geen tweede van dezelfde soort tussen hen.

    Scenario: Aan zichzelf
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan in SSM een mandaat van "Theater De Kade" aan "Theater De Kade" aanmaakt
      Dan weigert SSM dat omdat de partijen dezelfde zijn

    Scenario: Hetzelfde mandaat nog eens
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Jan in SSM een mandaat van "Theater De Kade" aan "Boekhoudkantoor Cijferwijs" aanmaakt
      Dan weigert SSM dat omdat dat mandaat er al is

    Scenario: Het lokaal bestuur kan er geen sluiten
      Gegeven Luc is algemeen directeur van "Gemeente Kapeldorp"
      Als Luc in SSM een mandaat van "Gemeente Kapeldorp" aan "Boekhoudkantoor Cijferwijs" aanmaakt
      Dan weigert SSM dat omdat een lokaal bestuur geen mandaat geeft

    Scenario: Aan een organisatie die stopgezet is
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan in SSM een mandaat van "Theater De Kade" aan "Studio Stilte" aanmaakt
      Dan weigert SSM dat omdat een van de partijen stopgezet is

  @A05
  Regel: Mandaten voor KIOSK kunnen gesloten worden vanaf 15 maart 2021.

    Scenario: De dag ervoor kan het niet
      Gegeven het is 14 maart 2021
      Als Jan in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan weigert SSM dat omdat die soort mandaat nog niet aangeboden wordt

    Scenario: Vanaf die dag wel
      Gegeven het is 15 maart 2021
      Als Jan in SSM een mandaat van "Theater De Kade" aan "Leerpunt" aanmaakt
      Dan wacht dat mandaat op ondertekening
