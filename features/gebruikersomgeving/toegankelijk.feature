# language: nl
@zonder-paginas
Functionaliteit: De schermen van KIOSK zijn voor iedereen
  Wie een schermlezer gebruikt, alleen een toetsenbord heeft of sterk vergroot, moet zijn dossier even goed kunnen beheren.
  De Europese richtlijn vraagt dat; of een browser het toelaat, tonen proeven met het toetsenbord en met vergroting.

  Bron: webinar

  @W23
  Regel: Bij elk veld staat in woorden wat het is, en bij een fout wat er mis is.

    Scenario: Een formulier met twee fouten
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els de contactgegevens met twee fouten bewaart
      Dan weigert KIOSK dat omdat er iets niet klopt
      En wijst een opsomming bovenaan naar elk van de twee velden
      En staat bij elk van de twee velden wat er mis is

    Scenario: Hetzelfde formulier zonder fouten
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els de contactgegevens opent
      Dan staat bij elk veld een woord dat zegt wat het is
      En staat er bij geen enkel veld dat er iets mis is

  @W23
  Regel: Elk scherm noemt zijn taal en heeft een eigen titel.

    Abstract Scenario: In elke taal
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK het <taal> gekozen
      Als Els elk hoofdscherm langs zijn icoon opent
      Dan zijn al die schermen in het <taal>
      En hebben geen twee van die schermen dezelfde titel

      Voorbeelden:
        | taal       |
        | Nederlands |
        | Frans      |

    Scenario: Een scherm dat er niet is
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els een scherm opent dat er niet is
      Dan weigert KIOSK dat omdat het scherm er niet is
      En is dat scherm in het Nederlands
