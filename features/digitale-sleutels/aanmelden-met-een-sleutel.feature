# language: nl
Functionaliteit: Aanmelden met een digitale sleutel
  Een dossier is pas veilig als vaststaat wie eraan werkt.
  Daarom vraagt het e-loket eerst een sterk bewijs van identiteit, en nooit een eigen wachtwoord.

  Bron: webinar, antwoord124, stappen

  @W01 @W02 @W16 @A02
  Regel: Elk van de vijf digitale sleutels opent KIOSK voor wie die sleutel geactiveerd heeft.

    Abstract Scenario: De sleutel is actief
      Gegeven <persoon> heeft <sleutel> geactiveerd
      Als <persoon> zich met <sleutel> aanmeldt als zichzelf
      Dan krijgt <persoon> toegang tot KIOSK

      Voorbeelden:
        | persoon | sleutel              |
        | Jan     | eID                  |
        | Jan     | itsme                |
        | Tom     | een code via app     |
        | Tom     | een code via sms     |
        | Lena    | het federale token   |

    Abstract Scenario: De sleutel is niet actief
      Gegeven <persoon> heeft <sleutel> niet geactiveerd
      Als <persoon> zich met <sleutel> aanmeldt als zichzelf
      Dan wordt <persoon> geweigerd omdat de sleutel niet geactiveerd is

      Voorbeelden:
        | persoon | sleutel              |
        | Jan     | itsme                |
        | Tom     | een code via app     |
        | Tom     | een code via sms     |
        | Lena    | het federale token   |

  @S02 @A02
  Regel: De digitale sleutel volstaat en KIOSK vraagt geen eigen wachtwoord.

    Scenario: KIOSK laat kiezen uit digitale sleutels en vraagt geen wachtwoord
      Gegeven Jan is niet aangemeld
      Als Jan zich bij KIOSK wil aanmelden
      Dan kan Jan kiezen uit vijf digitale sleutels
      En vraagt de pagina geen wachtwoord

    Scenario: Zonder aanmelding zijn er geen dossiers te zien
      Gegeven Jan is niet aangemeld
      Als Jan de dossiers van KIOSK rechtstreeks opent
      Dan toont KIOSK geen dossiers
      En kan Jan kiezen uit vijf digitale sleutels

  @W02
  Regel: Wie de sleutel in handen heeft maar niet bewijst dat hij er de houder van is, wordt niet aangemeld.

    Scenario: De pincode is drie keer verkeerd
      Gegeven Jan heeft eID geactiveerd
      Als Jan drie keer een verkeerde pincode geeft
      Dan wordt Jan geweigerd omdat de pincode drie keer verkeerd is

    Scenario: De pincode is twee keer verkeerd en dan juist
      Gegeven Jan heeft eID geactiveerd
      Als Jan na twee verkeerde pincodes de juiste geeft
      Dan krijgt Jan toegang tot KIOSK

    Scenario: De aanmelding wordt in de app geweigerd
      Gegeven Jan heeft itsme geactiveerd
      Als Jan de aanmelding in itsme weigert
      Dan wordt Jan geweigerd omdat de aanmelding in de app geweigerd is
