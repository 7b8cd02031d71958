import Quantities

extension WorldSetup {
  /// The account of a name.
  public func account(named name: String) throws(WorldError) -> LedgerAccountID {
    guard let account = ledger.account(named: name) else {
      throw invalid("account", name, "an account of the opening sheet or a participant", [])
    }
    return account
  }

  /// The instrument of a name.
  public func instrument(named name: String) throws(WorldError) -> InstrumentID {
    guard let instrument = ledger.instrument(named: name) else {
      throw invalid("instrument", name, "an instrument of the opening sheet or a participant", [])
    }
    return instrument
  }

  /// The market of a name; markets are known once all participants are declared.
  public func market(named name: String) throws(WorldError) -> MarketID {
    guard let place = marketPlaces[name] else {
      throw invalid("market", name, "a market of the world", marketPlaces.keys.sorted())
    }
    return MarketID(index: place)
  }

  /// The markets of a name field that lists them with commas.
  public func markets(inWord name: String) throws(WorldError) -> [MarketID] {
    var found: [MarketID] = []
    for part in word(name).split(separator: ",") {
      let part = String(part.drop { $0 == " " })
      guard let place = marketPlaces[part] else {
        throw invalid(
          "words.\(name)",
          part,
          "a market of the world",
          marketPlaces.keys.sorted()
        )
      }
      found.append(MarketID(index: place))
    }
    return found
  }

  /// What the participant holds of an instrument at the opening, in whole units.
  public func units(of instrument: InstrumentID) -> Double {
    units(of: instrument, heldBy: account)
  }

  func units(of instrument: InstrumentID, heldBy account: LedgerAccountID) -> Double {
    let decimals = ledger.description(of: instrument).quantityDecimals
    return Double(ledger.holding(of: account, in: instrument).units)
      / Double(Int64(powerOfTen(decimals)))
  }

  /// The figure of a name, zero until someone publishes it.
  public mutating func figure(named name: String, opening: Double? = nil) -> FigureID {
    if let place = figurePlaces[name] {
      if let opening { figures[place] = opening }
      return FigureID(index: place)
    }
    figurePlaces[name] = figureNames.count
    figureNames.append(name)
    figures.append(opening ?? 0)
    return FigureID(index: figureNames.count - 1)
  }

  /// The figure of a name that someone else publishes, at an assumed value while nobody does.
  public mutating func figure(named name: String, assumed value: Double) -> FigureID {
    figurePlaces[name] == nil ? figure(named: name, opening: value) : figure(named: name)
  }

  /// What a figure is before anyone publishes it.
  public mutating func open(_ figure: FigureID, _ value: Double) { figures[figure.index] = value }

  /// The facility that exchanges a claim for an asset.
  public func facility(
    claim: InstrumentID,
    asset: InstrumentID
  ) throws(WorldError) -> FacilityID {
    guard let place = facilities.firstIndex(where: { $0.claim == claim && $0.asset == asset })
    else {
      throw invalid(
        "facility",
        "\(ledger.name(of: claim)) for \(ledger.name(of: asset))",
        "a window that an issuer declares",
        []
      )
    }
    return FacilityID(index: place)
  }
}
