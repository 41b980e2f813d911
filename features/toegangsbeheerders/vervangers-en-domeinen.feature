# language: nl
Functionaliteit: Vervangers en domeinen
  Als alleen de hoofdtoegangsbeheerder iets mag, staat alles stil wanneer hij er niet is.
  Daarom stelt hij vervangers aan, en toegangsbeheerders die elk een groep van toepassingen op zich nemen.

  Bron: stappen, buitenland

  @S08
  Regel: Een hoofdtoegangsbeheerder stelt er andere naast zich aan.

    Scenario: De vervanger komt erbij en de eerste blijft
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Fatima in BTB Tom aanstelt als mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Dan wacht de aanstelling van Tom als mede-hoofdtoegangsbeheerder op de eerste aanmelding
      En is de aanstelling van Fatima als hoofdtoegangsbeheerder actief

    Scenario: De vervanger mag hetzelfde als de eerste
      Gegeven Tom is mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Als Tom in BTB Olga aanstelt als mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Dan wacht de aanstelling van Olga als mede-hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: Een medewerker stelt geen vervanger aan
      Gegeven Els heeft bij "Theater De Kade" het recht "KIOSK Aanvrager"
      Als Els in BTB Tom aanstelt als mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Dan weigert BTB dat omdat alleen een hoofdtoegangsbeheerder dat mag
      En is Tom in BTB niet aangesteld als mede-hoofdtoegangsbeheerder van "Theater De Kade"

    Scenario: De hoofdtoegangsbeheerder van een andere onderneming stelt hier niemand aan
      Gegeven Wim is hoofdtoegangsbeheerder van "Leerpunt"
      Als Wim in BTB Tom aanstelt als mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Dan weigert BTB dat omdat alleen een hoofdtoegangsbeheerder dat mag

  @S08
  Regel: Een aanstelling in BTB geldt tot en met haar laatste dag.

    Scenario: Op de laatste dag kan de hoofdtoegangsbeheerder nog een vervanger aanstellen
      Gegeven de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" eindigt vandaag
      Als Fatima in BTB Tom aanstelt als mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Dan wacht de aanstelling van Tom als mede-hoofdtoegangsbeheerder op de eerste aanmelding

    Scenario: Een dag later kan dat niet meer
      Gegeven de aanstelling van Fatima als hoofdtoegangsbeheerder van "Theater De Kade" is gisteren geëindigd
      Als Fatima in BTB Tom aanstelt als mede-hoofdtoegangsbeheerder van "Theater De Kade"
      Dan weigert BTB dat omdat de eigen aanstelling beëindigd is

  @B08
  Regel: Een hoofdtoegangsbeheerder stelt toegangsbeheerders aan, elk voor een domein.

    Abstract Scenario: Elk domein krijgt zijn eigen toegangsbeheerder
      Gegeven Fatima is hoofdtoegangsbeheerder van "Theater De Kade"
      Als Fatima in BTB Tom aanstelt als <taak> van "Theater De Kade"
      Dan wacht de aanstelling van Tom als <taak> op de eerste aanmelding

      Voorbeelden:
        | taak                                   |
        | toegangsbeheerder voor economie        |
        | toegangsbeheerder voor werkgelegenheid |
        | toegangsbeheerder voor financiën       |
        | toegangsbeheerder voor mobiliteit      |
        | toegangsbeheerder voor alle domeinen   |

    Scenario: De aangestelde meldt zich aan en is toegangsbeheerder
      Gegeven Fatima heeft in BTB Tom aangesteld als toegangsbeheerder voor economie van "Theater De Kade"
      Als Tom zich een eerste keer bij BTB aanmeldt voor "Theater De Kade"
      Dan is de aanstelling van Tom als toegangsbeheerder voor economie actief

    Scenario: Een toegangsbeheerder stelt zelf niemand aan
      Gegeven Tom is toegangsbeheerder voor economie van "Theater De Kade"
      Als Tom in BTB Olga aanstelt als toegangsbeheerder voor mobiliteit van "Theater De Kade"
      Dan weigert BTB dat omdat een toegangsbeheerder niemand aanstelt
      En is Olga in BTB niet aangesteld als toegangsbeheerder voor mobiliteit van "Theater De Kade"

    Scenario: Een wettelijk vertegenwoordiger doet dat niet zelf
      Gegeven Jan is bestuurder van "Theater De Kade"
      Als Jan in BTB Tom aanstelt als toegangsbeheerder voor economie van "Theater De Kade"
      Dan weigert BTB dat omdat alleen een hoofdtoegangsbeheerder dat mag

  @B08
  Regel: Een domein heeft één toegangsbeheerder en diens aanstelling wijkt pas na bevestiging.

    Scenario: Het domein is al verdeeld
      Gegeven Olga is toegangsbeheerder voor economie van "Theater De Kade"
      Als Fatima in BTB Tom aanstelt als toegangsbeheerder voor economie van "Theater De Kade"
      Dan vraagt BTB te bevestigen dat Olga vervangen wordt
      Maar is Tom in BTB niet aangesteld als toegangsbeheerder voor economie van "Theater De Kade"

    Scenario: Na bevestiging gaat het domein over
      Gegeven Olga is toegangsbeheerder voor economie van "Theater De Kade"
      Als Fatima in BTB na bevestiging Tom aanstelt als toegangsbeheerder voor economie van "Theater De Kade"
      Dan wacht de aanstelling van Tom als toegangsbeheerder voor economie op de eerste aanmelding
      Maar is Olga in BTB niet aangesteld als toegangsbeheerder voor economie van "Theater De Kade"

    Scenario: Een ander domein blijft wat het is
      Gegeven Olga is toegangsbeheerder voor mobiliteit van "Theater De Kade"
      Als Fatima in BTB Tom aanstelt als toegangsbeheerder voor economie van "Theater De Kade"
      Dan wacht de aanstelling van Tom als toegangsbeheerder voor economie op de eerste aanmelding
      En is de aanstelling van Olga als toegangsbeheerder voor mobiliteit actief

  @B08 @S08
  Regel: Een hoofdtoegangsbeheerder beëindigt wie hij zelf kan aanstellen.

    Scenario: De toegangsbeheerder verlaat de organisatie
      Gegeven Tom is toegangsbeheerder voor economie van "Theater De Kade"
      Als Fatima in BTB de aanstelling van Tom als toegangsbeheerder voor economie van "Theater De Kade" beëindigt
      Dan is Tom in BTB niet aangesteld als toegangsbeheerder voor economie van "Theater De Kade"
      Maar blijft Fatima hoofdtoegangsbeheerder van "Theater De Kade"

    Scenario: Een collega van de toegangsbeheerder kan dat niet
      Gegeven Tom is toegangsbeheerder voor economie van "Theater De Kade"
      En Olga is toegangsbeheerder voor mobiliteit van "Theater De Kade"
      Als Olga in BTB de aanstelling van Tom als toegangsbeheerder voor economie van "Theater De Kade" beëindigt
      Dan weigert BTB dat omdat die aanstelling beëindigen een ander toekomt
      En blijft Tom toegangsbeheerder voor economie van "Theater De Kade"
