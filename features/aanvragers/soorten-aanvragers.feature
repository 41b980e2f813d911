# language: nl
@zonder-paginas
Functionaliteit: Elke soort aanvrager heeft zijn eigen wegen
  Een kunstenaar, een theater, een gemeente en een school vragen elk anders aan.
  Wie zich aanmeldt, komt alleen bij de dossiers van de aanvrager voor wie hij mag optreden.

  Bron: antwoord124, webinar

  @A08
  Regel: Een natuurlijk persoon vertegenwoordigt altijd zichzelf, ook als hij een mandaat gaf.

    Scenario: De kunstenaar in eigen naam
      Als Noor zich met eID aanmeldt als zichzelf
      Dan krijgt Noor toegang tot KIOSK
      En ziet Noor haar eigen dossiers

    Scenario: De kunstenaar gaf een mandaat en komt nog altijd zelf
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van Noor
      Als Noor zich met eID aanmeldt als zichzelf
      Dan krijgt Noor toegang tot KIOSK
      En ziet Noor haar eigen dossiers

    Scenario: De dienstverlener met een mandaat van de kunstenaar
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van Noor
      Als Karel zich met eID aanmeldt namens Noor
      Dan ziet Karel de dossiers van Noor

    Scenario: Wie van de kunstenaar geen mandaat heeft
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als Karel zich met eID aanmeldt namens Noor
      Dan wordt Karel geweigerd omdat er voor hem geen mandaat is

  @A08
  Regel: Een organisatie met een ondernemingsnummer heeft drie wegen, een lokaal bestuur maar twee.

    Abstract Scenario: De drie wegen van een organisatie
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Theater De Kade"
      Als <persoon> zich met eID aanmeldt namens "Theater De Kade"
      Dan ziet <persoon> de dossiers van "Theater De Kade"

      Voorbeelden:
        | persoon |
        | Jan     |
        | Els     |
        | Lotte   |

    Abstract Scenario: De twee wegen van een lokaal bestuur
      Als <persoon> zich met eID aanmeldt namens "Gemeente Kapeldorp"
      Dan krijgt <persoon> toegang tot KIOSK namens "Gemeente Kapeldorp"
      En ziet <persoon> de dossiers van "Gemeente Kapeldorp"

      Voorbeelden:
        | persoon |
        | Luc     |
        | Greet   |

    Scenario: De derde weg bestaat voor een lokaal bestuur niet
      Gegeven "Boekhoudkantoor Cijferwijs" heeft voor KIOSK een mandaat van "Gemeente Kapeldorp"
      Als Karel zich met eID aanmeldt namens "Gemeente Kapeldorp"
      Dan wordt Karel geweigerd omdat een lokaal bestuur geen mandaat geeft

  @A08
  Regel: Voor een school treedt op wie voor haar inrichtende macht optreedt, en hij kiest haar in KIOSK.

    Scenario: De bestuurder van de inrichtende macht kiest de school
      Gegeven An is bij KIOSK aangemeld namens "Scholengroep De Linde"
      Als An in KIOSK de aanvrager "Basisschool De Wilg" kiest
      Dan ziet An de dossiers van "Basisschool De Wilg"

    Scenario: Zonder keuze blijft de school dicht
      Als An zich met eID aanmeldt namens "Scholengroep De Linde"
      Dan krijgt An toegang tot KIOSK namens "Scholengroep De Linde"
      Maar ziet An geen dossiers van "Basisschool De Wilg"

    Scenario: Wie voor een andere organisatie komt, kan de school niet kiezen
      Gegeven Jan is bij KIOSK aangemeld namens "Theater De Kade"
      Als Jan in KIOSK de aanvrager "Basisschool De Wilg" kiest
      Dan weigert KIOSK die aanvrager aan Jan

  @A08
  Regel: Een aanvrager zonder nummer wordt beheerd onder de persoon die zich aanmeldt.

    Scenario: De kunstenaar kiest haar feitelijke vereniging
      Gegeven Noor is bij KIOSK aangemeld als zichzelf
      Als Noor in KIOSK de aanvrager "Kunstenaarscollectief Lichtspoor" kiest
      Dan ziet Noor de dossiers van "Kunstenaarscollectief Lichtspoor"

    Scenario: Een ander kan die vereniging niet kiezen
      Gegeven Tom is bij KIOSK aangemeld als zichzelf
      Als Tom in KIOSK de aanvrager "Kunstenaarscollectief Lichtspoor" kiest
      Dan weigert KIOSK die aanvrager aan Tom

    Scenario: Namens haar onderneming komt de kunstenaar niet bij de vereniging
      Gegeven Noor is bij KIOSK aangemeld namens "Atelier Noorderlicht"
      Als Noor in KIOSK de aanvrager "Kunstenaarscollectief Lichtspoor" kiest
      Dan weigert KIOSK die aanvrager aan Noor
