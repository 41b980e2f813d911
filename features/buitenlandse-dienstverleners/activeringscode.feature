# language: nl
@zonder-paginas
Functionaliteit: Een sleutel activeren met een activeringscode
  Wie geen eID en geen itsme heeft, bewijst aan een loket wie hij is.
  Hij gaat naar huis met een code op papier, vindt een link in zijn mail, en heeft beide nodig.

  Bron: buitenland, webinar, stappen

  @B05 @W03 @S03
  Regel: Met de code van de brief en de link uit de e-mail activeert men één sleutel, die meteen werkt.

    Scenario: Hugo gebruikt zijn brief
      Gegeven Hugo heeft een brief met een activeringscode
      Als Hugo met zijn activeringscode een code via app activeert
      Dan kan Hugo zich met een code via app aanmelden als zichzelf

    Scenario: Zolang de brief ongebruikt is, opent de sleutel niets
      Gegeven Hugo heeft een brief met een activeringscode
      Als Hugo zich met een code via app aanmeldt als zichzelf
      Dan wordt Hugo geweigerd omdat de activering nog niet voltooid is

    Scenario: Een tweede sleutel met dezelfde code
      Gegeven Hugo heeft met zijn activeringscode een code via app geactiveerd
      Als Hugo met zijn activeringscode een code via sms activeert
      Dan weigert CSAM dat omdat de code al gebruikt is

    Scenario: De code van een ander
      Gegeven Sophie heeft een brief met een activeringscode
      Als Hugo met de activeringscode van Sophie een code via app activeert
      Dan weigert CSAM dat omdat de code niet bij de link hoort

    Scenario: Drie keer een verkeerde code
      Gegeven Hugo heeft twee keer een verkeerde activeringscode getypt
      Als Hugo met de activeringscode van Sophie een code via app activeert
      Dan weigert CSAM dat omdat de link gesloten is

  @B05
  Regel: De link en de code blijven veertien dagen geldig.

    Scenario: Op de veertiende dag
      Gegeven de brief van Hugo is veertien dagen oud
      Als Hugo met zijn activeringscode een code via app activeert
      Dan kan Hugo zich met een code via app aanmelden als zichzelf

    Scenario: De dag erna
      Gegeven de brief van Hugo is vijftien dagen oud
      Als Hugo met zijn activeringscode een code via app activeert
      Dan weigert CSAM dat omdat de code te oud is

    Scenario: Een nieuwe code aan het loket
      Gegeven de brief van Hugo is vijftien dagen oud
      En Hugo heeft aan het registratiekantoor een nieuwe activeringscode gekregen
      Als Hugo met zijn activeringscode een code via app activeert
      Dan kan Hugo zich met een code via app aanmelden als zichzelf

    Scenario: De oude code geldt dan niet meer
      Gegeven Hugo heeft een brief met een activeringscode
      En Hugo heeft aan het registratiekantoor een nieuwe activeringscode gekregen
      Als Hugo met zijn vorige activeringscode een code via app activeert
      Dan weigert CSAM dat omdat er een nieuwere code is

  @B05 @W02
  Regel: Niet elke sleutel kan met een code geactiveerd worden.

    Scenario: Het federale token bestaat niet meer voor wie er nog geen heeft
      Gegeven Hugo heeft een brief met een activeringscode
      Als Hugo met zijn activeringscode het federale token activeert
      Dan weigert CSAM dat omdat die sleutel niet meer geactiveerd kan worden

    Scenario: Itsme kijkt zelf na wie iemand is
      Gegeven Hugo heeft een brief met een activeringscode
      Als Hugo met zijn activeringscode itsme activeert
      Dan weigert CSAM dat omdat een code die sleutel niet activeert

  @B05
  Regel: Wie een sleutel verliest, meldt dat aan het loket en krijgt een nieuwe code.

    Scenario: De sleutel op de verloren telefoon werkt niet meer
      Gegeven Sophie heeft een code via app geactiveerd
      Als Sophie aan het registratiekantoor meldt dat zij een code via app verloor
      Dan opent een code via app nog niets voor Sophie

    Scenario: Met de nieuwe code wel weer
      Gegeven Sophie heeft aan het registratiekantoor gemeld dat zij een code via app verloor
      Als Sophie met haar activeringscode een code via app activeert
      Dan kan Sophie zich met een code via app aanmelden als zichzelf
