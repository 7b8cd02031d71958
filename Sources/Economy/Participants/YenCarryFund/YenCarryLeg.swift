import Quantities

/// One asset of a yen-funded book: its market, its share of purchases, and how much of it is wanted.
struct YenCarryLeg: Sendable {
  let market: MarketID
  let instrument: InstrumentID
  /// The share of new money that buys it.
  let weight: Double
  /// Whole units wanted.
  var target: Double

  /// Dollars held, at the mid.
  func dollars(_ view: ParticipantView) -> Double {
    view.units(instrument) * view.price(market)
  }

  /// Dollars missing to what is wanted; negative where some is to be sold.
  ///
  /// Less than the smallest quantity is nothing: no order could trade it, and a sale would never be over.
  func gap(_ view: ParticipantView) -> Double {
    let missing = target - view.units(instrument)
    guard abs(missing) * view.unitsPerOne(instrument) >= 1 else { return 0 }
    return missing * view.price(market)
  }

  /// The legs of a basket in the markets that the plan names; an asset without one is large equity.
  static func legs(
    of basket: YenCarryBasket,
    _ setup: WorldSetup
  ) throws(WorldError) -> [YenCarryLeg] {
    var weights: [(name: String, weight: Double)] = []
    let other = setup.word("large_equity")
    for (asset, word) in words {
      let named = setup.word(word)
      let name = named.isEmpty ? other : named
      let weight = basket.weight(of: asset)
      if let place = weights.firstIndex(where: { $0.name == name }) {
        weights[place].weight += weight
      } else {
        weights.append((name, weight))
      }
    }
    var legs: [YenCarryLeg] = []
    for (name, weight) in weights {
      let instrument = try setup.instrument(named: name)
      legs.append(
        YenCarryLeg(
          market: try setup.market(named: name),
          instrument: instrument,
          weight: weight,
          target: setup.units(of: instrument)
        )
      )
    }
    return legs
  }

  /// Which word of a plan names the market of an asset.
  private static let words: [(YenCarryBasket.Asset, String)] = [
    (.largeEquity, "large_equity"), (.technologyEquity, "technology_equity"),
    (.emergingEquity, "emerging_equity"), (.bitcoin, "bitcoin"), (.treasuries, "treasuries"),
  ]
}
