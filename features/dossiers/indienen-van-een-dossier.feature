# language: nl
@zonder-paginas
Functionaliteit: Een dossier indienen
  Pas wie ingediend heeft, heeft iets aangevraagd, en dat mag niet half of twee keer gebeuren.
  Wie indient, ziet vooraf wat er vertrekt en wat er nog ontbreekt.

  Bron: antwoord124

  @A01
  Regel: In KIOSK dient men aanvragen in voor subsidies, erkenningen, vergunningen en attesten, en voor niets anders.

    Abstract Scenario: Wat er aangevraagd kan worden
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK een volledig dossier gemaakt voor een <soort>
      Als Els dat dossier indient
      Dan is het dossier ingediend op 27 april 2021
      En vertelt de historiek dat Els dat wijzigde namens "Theater De Kade"

      Voorbeelden:
        | soort      |
        | subsidie   |
        | erkenning  |
        | vergunning |
        | attest     |

    Scenario: Een soort die KIOSK niet kent
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      Als Els een dossier voor een renteloze lening maakt
      Dan weigert KIOSK dat omdat die soort niet aangevraagd kan worden

  @A01
  Regel: Een dossier vertrekt pas als er niets meer ontbreekt.

    Scenario: Een subsidie waarvan niemand weet waar ze naartoe moet
      Gegeven Els is in KIOSK binnen namens "Theater De Kade"
      En Els heeft in KIOSK een dossier gemaakt voor een subsidie
      Als Els dat dossier indient
      Dan weigert KIOSK dat omdat er nog iets ontbreekt
      En wijst het scherm Els naar het rekeningnummer

    Scenario: De aanvrager heeft nog geen e-mailadres en telefoonnummer
      Gegeven Luc is in KIOSK binnen namens "Gemeente Kapeldorp"
      En Luc heeft in KIOSK een dossier gemaakt voor een vergunning
      Als Luc dat dossier indient
      Dan weigert KIOSK dat omdat er nog iets ontbreekt
      En wijst het scherm Luc naar de contactgegevens

  @A01
  Regel: Een dossier wordt één keer ingediend.

    Scenario: Nog eens op de knop duwen
      Gegeven Els heeft voor "Theater De Kade" het scherm om een dossier in te dienen open
      En Els heeft dat scherm bevestigd
      Als Els dat scherm bevestigt
      Dan weigert KIOSK dat omdat het al ingediend is
      En is er over dat dossier één bericht verstuurd

    Scenario: Twee vertegenwoordigers dienen tegelijk in
      Gegeven Els heeft voor "Theater De Kade" het scherm om een dossier in te dienen open
      En Jan heeft dat dossier intussen voor "Theater De Kade" ingediend
      Als Els dat scherm bevestigt
      Dan weigert KIOSK dat omdat het al ingediend is
      En is er over dat dossier één bericht verstuurd
