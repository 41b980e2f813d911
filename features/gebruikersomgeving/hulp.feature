# language: nl
@zonder-paginas
Functionaliteit: Elke hulpvraag heeft een adres
  Wie niet binnen raakt, heeft iets anders nodig dan wie met een dossier vastzit, en een verkeerd adres kost dagen.
  Daarom noemt elke weigering de hulp die erbij hoort.

  Bron: webinar, antwoord124

  @W35 @A09
  Regel: Voor sleutels, aanmelden, mandaten en rechten helpt 1700, voor dossiers de helpdesk van KIOSK.

    Scenario: De startpagina noemt beide
      Gegeven Tom is niet aangemeld
      Als Tom de startpagina van KIOSK opent
      Dan noemt ze 1700 voor sleutels, aanmelden, mandaten en rechten
      En noemt ze de helpdesk van KIOSK voor dossiers
      En staan de uren van 1700 erbij

    Scenario: Wie voor een organisatie niet binnen mag
      Gegeven Tom is niet aangemeld
      Als Tom rechtstreeks in KIOSK wil namens "Theater De Kade"
      Dan verwijst de weigering Tom naar 1700
      En staan de uren van 1700 erbij
      Maar verwijst de weigering Tom niet naar de helpdesk van KIOSK

    Scenario: Wie het dossier van een ander zoekt
      Gegeven Jan is in KIOSK binnen namens "Theater De Kade"
      Als Jan het adres van een dossier van "Gemeente Kapeldorp" typt
      Dan verwijst de weigering Jan naar de helpdesk van KIOSK
      Maar verwijst de weigering Jan niet naar 1700
