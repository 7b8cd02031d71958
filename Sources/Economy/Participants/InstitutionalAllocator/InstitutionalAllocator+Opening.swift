import Quantities

extension InstitutionalAllocator {
  /// The instruments of a word that lists them with commas.
  static func instruments(
    inWord name: String,
    _ setup: WorldSetup
  ) throws(WorldError) -> [InstrumentID] {
    var found: [InstrumentID] = []
    for part in setup.word(name).split(separator: ",") {
      found.append(try setup.instrument(named: String(part.drop { $0 == " " })))
    }
    return found
  }

  /// The assets with a market, in the order of forced sales.
  static func holdings(_ setup: inout WorldSetup) throws(WorldError) -> [AllocatorHolding] {
    var found: [AllocatorHolding] = []
    for market in try setup.markets(inWord: "crypto") {
      let charge = setup.number("crypto_charge")
      found.append(try AllocatorHolding(market, isCrypto: true, charge: charge, setup))
    }
    for market in try setup.markets(inWord: "equities") {
      let charge = setup.number("equity_charge")
      found.append(try AllocatorHolding(market, isCrypto: false, charge: charge, setup))
    }
    let tiers = try setup.markets(inWord: "tiers")
    guard !tiers.isEmpty else { return found }
    guard Set(tiers) == Set(found.map(\.market)), tiers.count == found.count else {
      throw setup.invalid(
        "tiers",
        setup.word("tiers"),
        "every market of crypto and equities once",
        []
      )
    }
    return tiers.compactMap { tier in found.first { $0.market == tier } }
  }

  /// Sets strategic weights and issues what members claim.
  mutating func weigh(_ prices: [Double], _ setup: inout WorldSetup) throws(WorldError) {
    let values = zip(holdings, prices).map { setup.units(of: $0.instrument) * $1 }
    let others = ([money] + bonds + bills).reduce(0) { $0 + setup.units(of: $1) }
    let whole = values.reduce(others, +)
    guard whole > 0 else { return }
    let crypto = zip(holdings, values).reduce(0) { $0 + ($1.0.isCrypto ? $1.1 : 0) }
    let wanted = setup.number("strategic_weight")
    let count = Double(holdings.count { $0.isCrypto })
    for place in holdings.indices {
      guard holdings[place].isCrypto, wanted > 0 else {
        holdings[place].weight = values[place] / whole
        continue
      }
      let part = crypto > 0 ? values[place] / crypto : 1 / count
      holdings[place].weight = wanted * part
    }
    let claimed = (1 - setup.number("own_funds_share")) * whole
    if claimed > 0 { try setup.issue(claim, claimed, to: members) }
  }
}
