# language: nl
@zonder-paginas
Functionaliteit: De dagen van de overstap naar KIOSK 2.0
  Wie een deadline heeft, moet weten waar hij op welke dag terechtkan: eerst alleen om te proberen, een dag
  nergens, en daarna alleen nog in KIOSK 2.0. Een dag begint en eindigt om middernacht in Brussel.

  Bron: webinar

  @W18
  Regel: Tot en met 25 april 2021 is KIOSK 2.0 een testomgeving waarin men dossiers ziet en niets wijzigt.

    Scenario: Een recht proberen in de testomgeving
      Gegeven het is 25 april 2021
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Els toegang tot KIOSK namens "Theater De Kade"
      En ziet Els de dossiers van "Theater De Kade"

    Scenario: Een mandaat proberen in de testomgeving
      Gegeven het is 25 april 2021
      Als Lotte zich met eID aanmeldt namens "Theater De Kade"
      Dan krijgt Lotte toegang tot KIOSK namens "Theater De Kade"
      En ziet Lotte de dossiers van "Theater De Kade"

    Scenario: In de laatste minuut van de testomgeving een dossier maken
      Gegeven het is de laatste minuut van 25 april 2021
      En Els is bij KIOSK aangemeld namens "Theater De Kade"
      Als Els in KIOSK 2.0 een dossier maakt voor "Theater De Kade"
      Dan weigert KIOSK dat en noemt het oude KIOSK tot en met 25 april 2021
      En komt er bij "Theater De Kade" geen dossier bij

    Scenario: Ook in de testomgeving komt niemand binnen zonder recht of mandaat
      Gegeven het is 25 april 2021
      Als Bram zich met eID aanmeldt namens "Theater De Kade"
      Dan wordt Bram geweigerd omdat hij geen werkrelatie heeft

  @W20
  Regel: Op 26 april 2021 is KIOSK niet bereikbaar, ook niet voor wie al aangemeld is.

    Abstract Scenario: Aanmelden van de eerste tot de laatste minuut
      Gegeven het is de <welke> minuut van 26 april 2021
      Als Els zich met eID aanmeldt namens "Theater De Kade"
      Dan is KIOSK niet bereikbaar tot 27 april 2021

      Voorbeelden:
        | welke   |
        | eerste  |
        | laatste |

    Scenario: De dag van de overstap in het oude KIOSK
      Gegeven het is de eerste minuut van 26 april 2021
      Als Bram het oude KIOSK opent
      Dan is het oude KIOSK evenmin bereikbaar

    Scenario: Wie de avond ervoor nog aangemeld is
      Gegeven het is de laatste minuut van 25 april 2021
      En Els is bij KIOSK aangemeld namens "Theater De Kade"
      Als Els in de eerste minuut van 26 april 2021 verder wil in KIOSK
      Dan is KIOSK niet bereikbaar tot 27 april 2021

    Scenario: Wie een dag later terugkomt
      Gegeven het is de laatste minuut van 25 april 2021
      En Els is bij KIOSK aangemeld namens "Theater De Kade"
      Als Els in de eerste minuut van 27 april 2021 verder wil in KIOSK
      Dan vraagt KIOSK Els om zich opnieuw aan te melden

  @W21
  Regel: Vanaf 27 april 2021 is KIOSK 2.0 de omgeving voor dossiers, en het oude KIOSK niet meer.

    Scenario: In de eerste minuut van KIOSK 2.0 een dossier maken
      Gegeven het is de eerste minuut van 27 april 2021
      En Els is bij KIOSK aangemeld namens "Theater De Kade"
      Als Els in KIOSK 2.0 een dossier maakt voor "Theater De Kade"
      Dan komt er bij "Theater De Kade" een dossier bij

    Scenario: Wie nog naar het oude KIOSK gaat
      Gegeven het is de eerste minuut van 27 april 2021
      Als Bram het oude KIOSK opent
      Dan bestaat het oude KIOSK niet meer
      En wijst het de weg naar KIOSK 2.0
